/// A run of text inside a block.
///
/// Raw HTML arrives as text and an image as a link to it: nothing that was written is hidden from the reader.
public indirect enum Inline: Sendable, Equatable {
  case text(String)
  case strong([Inline])
  case emphasis([Inline])
  case code(String)
  /// What stands between two dollars, in TeX.
  case math(String)
  case link([Inline], destination: String)
  /// A line end in the file that is none for the reader.
  case softBreak
  case lineBreak
}
