import Learning
import TerminalUI
import Workbook

/// How the item on the screen is answered.
enum AnswerForm {
  /// One option.
  case choosing
  /// Some options, ticked.
  case ticking
  /// Steps or right sides are moved until they stand right.
  case arranging
  /// Words or a number are typed.
  case typing
  /// Learners grade themselves.
  case grading
}

/// What has been done to the item on the screen and is not judged yet.
struct AnswerDraft {
  /// The option, row or field that has the keyboard.
  var cursor = 0
  var ticked: Set<Int> = []
  /// The places of the pieces as shown at first, from the first row on.
  var arrangement: [Int]
  /// The row at the cursor moves with it.
  var isHolding = false
  var fields: [TextField]
  /// The keyboard is not in a field, so that letters are keys.
  var hasLeftField = false
  /// Hints shown.
  var hints = 0
  /// The learner has been told that one more `Enter` means not to know.
  var mayGiveUp = false

  init(_ presented: Presented? = nil) {
    arrangement = Array((presented?.pieces ?? []).indices)
    switch presented?.item?.kind {
    case .gap(let gaps): fields = gaps.map { _ in TextField() }
    case .number: fields = [TextField()]
    default: fields = []
    }
  }

  /// Moves the row at the cursor to another place; the rows between make room.
  mutating func moveRow(to place: Int) {
    guard arrangement.indices.contains(cursor), arrangement.indices.contains(place) else { return }
    arrangement.insert(arrangement.remove(at: cursor), at: place)
    cursor = place
  }
}

extension Presented {
  var form: AnswerForm {
    switch item?.kind {
    case nil: .grading
    case .choice, .picture, .bug: .choosing
    case .several: .ticking
    case .order, .match: .arranging
    case .gap, .number: .typing
    }
  }

  /// The answer that a draft stands for.
  func answer(_ draft: AnswerDraft) -> Answer? {
    switch item?.kind {
    case nil: nil
    case .choice, .picture, .bug: .option(draft.cursor)
    case .several: .options(draft.ticked)
    case .order, .match: .arranged(draft.arrangement)
    case .gap: .gaps(draft.fields.map(\.text))
    case .number: draft.fields.first.map { .number($0.text) }
    }
  }
}
