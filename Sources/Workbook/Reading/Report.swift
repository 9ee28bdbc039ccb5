import Markdown

/// The faults found in one file while it is read.
struct Report {
  let path: String
  private(set) var faults: [Diagnostic] = []
  /// Whether a fault was found with which the file cannot be used.
  private(set) var isRefused = false

  init(path: String) { self.path = path }

  /// Reports what makes the file unusable.
  mutating func refuse(_ message: String, at location: Location) {
    note(message, at: location)
    isRefused = true
  }

  /// Reports a fault with which the rest of the file can still be used.
  mutating func note(_ message: String, at location: Location) {
    faults.append(Diagnostic(path: path, location: location, message: message))
  }
}

/// A value and the place where it is written.
struct Located<Value: Sendable>: Sendable {
  let value: Value
  let location: Location
}
