import Attention
import Exchange
import Learning

extension QuizResultScreen {
  /// The forms in which `e` saves what was asked and answered.
  func forms(_ session: Session) -> [SaveForm] {
    var quiz = quiz
    quiz.language = session.language.rawValue
    let table = Table.answers(quiz)
    let name = "heed-quiz-\(day(of: endedAt, session))"
    let summary = Gloss(en: "a row for each item: asked, answered, right", zh: "每题一行：所问、所答与正确答案")
    return [
      SaveForm(summary, file: "\(name).csv") { table.csv },
      SaveForm(Gloss(en: "the same for scripts", zh: "同样内容，供脚本使用"), file: "\(name).json") { table.json },
    ]
  }
}
