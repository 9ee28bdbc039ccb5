/// A file that a screen wants written; its bytes are made when it is.
public struct SavedFile: Sendable {
  /// As typed: relative to the folder that heed was started in, or below `~`.
  public let path: String
  /// Whether a file that is there may be replaced.
  public let replaces: Bool
  /// Hands over the bytes, piece by piece.
  public let content: @Sendable (_ sink: (UnsafeRawBufferPointer) throws -> Void) throws -> Void
}
