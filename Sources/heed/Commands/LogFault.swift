import Learning

/// The log that cannot be opened or written ends a command with one line.
extension StoreError: Fault {
  var message: String { description }

  var status: ExitStatus {
    switch self {
    case .unwritable: .cannotCreate
    case .newer, .foreign, .damaged: .data
    case .diskFull, .busy, .failed: .writing
    }
  }
}
