import Markdown

/// The Python of one answer, its blocks joined in the order of the file, as a reader would type them in.
///
/// A block with the info words `python excerpt` shows a part of something and is no part of the program.
public struct PythonProgram: Sendable, Equatable {
  /// The file, below the bank's folder as that was given.
  public let path: String
  /// Every line stands where it stands in the file, so that an error names the line to mend.
  public let text: String
  /// Whether it imports what weighs more than NumPy: PyTorch, Matplotlib.
  public let needsTorch: Bool

  /// - Returns: nil where the answer has no program.
  init?(_ question: Question, path: String) {
    var lines: [String] = []
    for block in question.sections.flatMap(\.blocks) {
      guard case .code(let info, let code) = block.kind, info.split(separator: " ") == ["python"] else { continue }
      lines += Array(repeating: "", count: max(0, block.location.line - lines.count))
      lines += code.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
    guard !lines.isEmpty else { return nil }
    self.path = path
    let text = lines.joined(separator: "\n")
    self.text = text
    needsTorch = ["import torch", "from torch", "import matplotlib"].contains { text.contains($0) }
  }
}
