/// One parameter with its value, as it stands on a command line or in a file of content: `--mask causal`.
public struct Flag: Hashable, Sendable {
  /// The parameter's name without dashes in front: `kv-heads`.
  public let name: String
  /// The value as text: `2`, `padding:5`.
  public let value: String

  /// A flag with a value. `mask` may stand several times in a list of flags.
  public init(name: String, value: String) {
    self.name = name
    self.value = value
  }
}
