import TerminalUI

/// What is drawn of a computation at one of its steps.
protocol StepPage: Sendable {
  var session: Session { get }
  /// Where one is, and what goes on.
  var title: String { get }
  var subtitle: String { get }
  /// What is read from left to right; nil where the state is drawn in its place.
  var strip: StepStrip? { get }
  var state: StepState? { get }
  /// The columns of the table.
  var columns: [StepColumn] { get }
  /// The rows of the table, one a step, and the present one.
  var rowCount: Int { get }
  var current: Int { get }
  func row(_ index: Int) -> StepRow
  /// What the whole comes to, computed at once.
  var total: StepRow { get }
  var formulas: [StepFormula] { get }
  /// The partial outputs that lead up to the present one, the last as many as are asked for, then the full one.
  func outputs(_ count: Int) -> [StepOutput]
  /// What has just happened.
  var message: String { get }
}

/// Cells that are read one group after another.
struct StepStrip: Sendable {
  let label: String
  /// As many as will be read in the end; nil where a mask hides the place.
  let values: [Float?]
  /// What is being read; before it lies what has been read, after it what is to come.
  let now: Range<Int>
  /// Cells that are read together, set apart where there is room.
  let group: Int?
  let map: ColourMap
  let range: ClosedRange<Float>
  let before: String
  let after: String
}

/// A state of fixed size: a matrix, and a vector with a number a row.
struct StepState: Sendable {
  let title: String
  let matrix: [Float]
  let columns: Int
  let vectorTitle: String
  let vector: [Float]
}

struct StepColumn: Sendable {
  let title: String
  /// The title where there is little room; nil: the column is left out there.
  var short: String?
}

/// A step in the table. Those to come have no cells.
struct StepRow: Sendable {
  let label: String
  let cells: [String]
}

/// A line of the recurrence: in letters, in this step's numbers, and what comes out.
struct StepFormula: Sendable {
  let letters: String
  var numbers = ""
  let result: String
}

struct StepOutput: Sendable {
  let label: String
  let values: [Float]
}

extension Figures {
  /// A difference that goes to 0: `1.194`, `6e-8`, `0`.
  static func gap(_ number: Double) -> String { number == 0 ? "0" : weight(number) }
}
