public import Attention
public import Workbook

/// The screens as the command line opens them.
public enum Screens {
  public static func study(_ id: QuestionID, _ session: Session) -> any Screen { StudyScreen(session, reading: id) }

  /// The playground with a recipe, or as it was last.
  public static func playground(_ recipe: Recipe?, at place: PlaygroundPlace, _ session: Session) -> any Screen {
    PlaygroundScreen(session, experiment: recipe, at: place)
  }

  /// The set-up of a quiz with topics ticked, narrowed by a query that can be read.
  public static func quiz(topics: Set<String>, query: String = "", _ session: Session) -> any Screen {
    QuizSetupScreen(session, topics: topics, query: query)
  }
}
