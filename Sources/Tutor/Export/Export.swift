public import Attention
public import TerminalUI

/// A run in one of the formats that other programs read, made when it is written.
public struct Export: Sendable {
  /// What a run can be written as.
  public enum Format: String, CaseIterable, Sendable {
    case json, csv, svg, ansi, python

    /// What a file of the format is called after its dot.
    public var suffix: String {
      switch self {
      case .ansi: "ans"
      case .python: "py"
      case .json, .csv, .svg: rawValue
      }
    }
  }

  let format: Format
  let run: Run
  /// In seconds.
  let seconds: Double
  /// The tensors of a file; nil where they were drawn from the seed.
  let inputs: Inputs?
  let picture: ExportedPicture

  /// - Parameters:
  ///   - picture: What the formats for the eye show.
  /// - Throws: `InputError.recipe`, in one line by name, where the run has nothing to say in this format.
  public init(
    _ format: Format, _ run: Run, seconds: Double, inputs: Inputs? = nil, picture: ExportedPicture = ExportedPicture()
  ) throws(InputError) {
    (self.format, self.run, self.seconds, self.inputs, self.picture) = (format, run, seconds, inputs, picture)
    switch format {
    case .json: break
    case .csv: try run.checkWeights(for: format.rawValue)
    case .svg, .ansi: if picture.stage != .output { try run.checkWeights(for: format.rawValue) }
    case .python: _ = try TorchProgram(run, inputs: inputs)
    }
  }

  /// Hands the text, in UTF-8, to a function, piece by piece.
  public func write(to sink: (UnsafeRawBufferPointer) throws -> Void) throws {
    switch format {
    case .json: try RunJSON(run, seconds: seconds).write(to: sink)
    case .csv: try RunCSV(run).write(to: sink)
    case .svg: try Self.write(PictureSVG(run, picture).text, to: sink)
    case .ansi: try Self.write(PictureText(run, picture).text, to: sink)
    case .python: try Self.write(TorchProgram(run, inputs: inputs).text, to: sink)
    }
  }

  private static func write(_ text: String, to sink: (UnsafeRawBufferPointer) throws -> Void) throws {
    var text = text
    try text.withUTF8 { try sink(UnsafeRawBufferPointer($0)) }
  }
}

/// What a picture that leaves the program shows of a run.
public struct ExportedPicture: Sendable {
  public var stage: Stage
  /// From 0; nil: all heads.
  public var head: Int?
  public var colours: ColourMap
  /// How the terminal wants it, for pictures made of text.
  public var look: Look
  public var language: Language

  public init(
    stage: Stage = .weights, head: Int? = nil, colours: ColourMap = .viridis, look: Look = Look(),
    language: Language = .en
  ) {
    (self.stage, self.head, self.colours, self.look, self.language) = (stage, head, colours, look, language)
  }

  /// The heads it shows, from 0.
  func heads(of run: Run) -> Range<Int> { head.map { $0..<$0 + 1 } ?? 0..<run.shape.heads }

  /// The name of a head's picture: `weights, head 2 of 4`.
  func title(head: Int, of run: Run) -> String {
    let name = stage.label.text(in: language)
    let heads = run.shape.heads
    if heads == 1 { return name }
    return language == .zh ? "\(name)，头 \(head + 1)/\(heads)" : "\(name), head \(head + 1) of \(heads)"
  }
}

extension Run {
  /// The command line that computes it again; that of a file's tensors lacks the file.
  var command: String {
    (["heed", "attend"] + recipe.flags.flatMap { ["--\($0.name)", $0.value] }).joined(separator: " ")
  }
}
