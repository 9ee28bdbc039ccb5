/// One interchangeable piece of the pipeline, chosen by name: `causal`, `padding:5`.
///
/// A part is one file that holds its essay, its fast form, its exact form in double precision and its derivation, and
/// one line in `Parts`. The command line, the playground and the tests against the reference all read that list.
public protocol Part: Sendable {
  /// The name after the flag: `padding`.
  static var name: String { get }
  /// What the part does, in one line.
  static var summary: Gloss { get }
  /// The numbers after the colon, in order; none for most parts.
  static var arguments: [PartArgument] { get }
  /// A part with these numbers, one for each of `arguments` and within their ranges.
  init(_ numbers: [Double])
  /// The numbers that the part was made with.
  var numbers: [Double] { get }
  /// A part worth a look at this shape, which stepping through the choices stops at; nil where there is none.
  static func example(in shape: Shape) -> Self?
  /// Refuses a recipe that the part cannot work with.
  static func check(_ recipe: Recipe) throws(RecipeError)
  /// The key of the input file that the part reads. Without a file the part draws it from the seed.
  static var drawnField: String? { get }
  /// Draws from the recipe's seed what the part reads and nobody brought.
  static func draw(into tensors: inout PartTensors, _ recipe: Recipe)
  /// What the part does in PyTorch: lines of Python that read and rewrite the names of `TorchProgram`. Of a fault: those
  /// that spoil the inputs.
  func torch(_ program: TorchProgram) -> [String]
}

/// A number that a part takes after its colon.
public struct PartArgument: Sendable {
  /// How it is called: `len` in `padding:len`.
  public let name: String
  /// What it may be.
  public let range: ClosedRange<Double>
  /// Whether it is a whole number.
  public let isWhole: Bool

  /// A whole number within a range.
  public static func whole(_ name: String, _ range: ClosedRange<Int>) -> PartArgument {
    PartArgument(name: name, range: Double(range.lowerBound)...Double(range.upperBound), isWhole: true)
  }

  /// Any number within a range.
  public static func number(_ name: String, _ range: ClosedRange<Double>) -> PartArgument {
    PartArgument(name: name, range: range, isWhole: false)
  }
}

extension Part {
  public static var arguments: [PartArgument] { [] }
  public var numbers: [Double] { [] }
  public static func check(_ recipe: Recipe) throws(RecipeError) {}
  public static var drawnField: String? { nil }
  public static func draw(into tensors: inout PartTensors, _ recipe: Recipe) {}
  public static func example(in shape: Shape) -> Self? { arguments.isEmpty ? Self([]) : nil }

  /// The part as a flag's value: `padding:5`.
  public var text: String {
    numbers.isEmpty ? Self.name : "\(Self.name):\(numbers.map(NumberText.shortest).joined(separator: ","))"
  }

  /// How the value is written: `padding:len`.
  static var form: String { arguments.isEmpty ? name : "\(name):\(argumentNames ?? "")" }

  /// The arguments' names: `len`, `w,g`; nil for a part that takes none.
  static var argumentNames: String? {
    arguments.isEmpty ? nil : arguments.map(\.name).joined(separator: ",")
  }

  /// The part as a choice of a parameter.
  static var choice: Parameter.Choice {
    Parameter.Choice(name: name, argument: argumentNames, summary: summary, arguments: arguments)
  }

  /// The part from the text after its colon.
  static func parsing(_ numbers: Substring?, flag: String, value: String) throws(RecipeError) -> Self {
    let fields = numbers?.split(separator: ",", omittingEmptySubsequences: false) ?? []
    guard fields.count == arguments.count else {
      throw .wrongArguments(name: flag, value: value, form: form)
    }
    var read: [Double] = []
    for (field, argument) in zip(fields, arguments) {
      guard let number = NumberText.number(field), !argument.isWhole || number == number.rounded() else {
        throw .wrongArguments(name: flag, value: value, form: form)
      }
      guard argument.range.contains(number) else {
        let range = "\(form) with \(argument.name) \(NumberText.range(argument.range))"
        throw .outOfRange(name: flag, value: value, range: range)
      }
      read.append(number)
    }
    return Self(read)
  }
}
