import ArgumentParser
import Attention
import Tutor

/// Where the playground opens. Without them it opens on the weights of the first head.
struct ViewFlags: ParsableArguments {
  @Option(
    help: ArgumentHelp("What to show: \(Stage.allCases.map(\.name).joined(separator: ", ")).", valueName: "STAGE"))
  var stage: String?

  @Option(help: ArgumentHelp("Which head to show, from 1.", valueName: "N"))
  var head: Int?

  @Option(help: ArgumentHelp("The cell to take apart, from 0: a query, and a key or a channel.", valueName: "Q,K"))
  var cell: String?

  /// - Throws: `CommandFault` for what the shape does not have.
  func place(in shape: Shape) throws -> PlaygroundPlace {
    var place = PlaygroundPlace()
    if let stage {
      guard let known = Stage.allCases.first(where: { $0.name == stage }) else {
        throw CommandFault(
          .usage, "stage \(stage): unknown. Known: \(Stage.allCases.map(\.name).joined(separator: ", "))")
      }
      place.stage = known
    }
    if let head {
      guard (1...shape.heads).contains(head) else {
        throw CommandFault(.usage, "head \(head): must be 1 to \(shape.heads)")
      }
      place.head = head - 1
    }
    if let cell {
      let numbers = cell.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
      let columns = place.stage == .output ? shape.valueDim : shape.keys
      guard numbers.count == 2, let query = numbers[0], let column = numbers[1], (0..<shape.queries).contains(query),
        (0..<columns).contains(column)
      else {
        throw CommandFault(.usage, "cell \(cell): must be two numbers below \(shape.queries) and \(columns), as 3,1")
      }
      place.cell = (query, column)
    }
    return place
  }
}
