extension Parameter {
  /// A parameter that is a whole number.
  static func whole(
    _ name: String, label: Gloss, group: Group = .shape, range: ClosedRange<Int>, summary: Gloss,
    read: @escaping @Sendable (Recipe) -> Int, standard: @escaping @Sendable (Recipe) -> Int,
    write: @escaping @Sendable (inout Recipe, Int) -> Void,
    neighbour: @escaping @Sendable (_ value: Int, _ up: Bool) -> Int?,
    idle: @escaping @Sendable (Recipe) -> Gloss? = { _ in nil }
  ) -> Parameter {
    Parameter(
      name: name, label: label, group: group, kind: .integer(range), summary: summary,
      handle: Handle(
        read: { "\(read($0))" }, standard: { "\(standard($0))" },
        write: { (recipe: inout Recipe, text: String) throws(RecipeError) in
          write(&recipe, try whole(text, name, range))
        },
        neighbour: { _, value, up in Int(value).flatMap { neighbour($0, up) }.map(String.init) }, idle: idle))
  }

  /// A parameter that is any number, with the rungs that the arrow keys stop at.
  static func number(
    _ name: String, label: Gloss, range: ClosedRange<Double>, rungs: [Double], standard: Double, summary: Gloss,
    read: @escaping @Sendable (Recipe) -> Double, write: @escaping @Sendable (inout Recipe, Double) -> Void,
    idle: @escaping @Sendable (Recipe) -> Gloss? = { _ in nil }
  ) -> Parameter {
    Parameter(
      name: name, label: label, group: .parts, kind: .number(range), summary: summary,
      handle: Handle(
        read: { NumberText.shortest(read($0)) }, standard: { _ in NumberText.shortest(standard) },
        write: { (recipe: inout Recipe, text: String) throws(RecipeError) in
          write(&recipe, try number(text, name, range))
        },
        neighbour: { _, value, up in
          NumberText.number(value).flatMap { Ladder.neighbour(of: $0, among: rungs, up: up) }.map(NumberText.shortest)
        }, idle: idle))
  }

  /// A parameter that is one part of a list.
  static func part(
    _ name: String, label: Gloss, list: [any Part.Type], summary: Gloss,
    read: @escaping @Sendable (Recipe) -> any Part, write: @escaping @Sendable (inout Recipe, any Part) -> Void,
    idle: @escaping @Sendable (Recipe) -> Gloss? = { _ in nil }
  ) -> Parameter {
    let standard = read(Recipe()).text
    return Parameter(
      name: name, label: label, group: .parts, kind: .choice(list.map { $0.choice }), summary: summary,
      handle: Handle(
        read: { read($0).text }, standard: { _ in standard },
        write: { (recipe: inout Recipe, text: String) throws(RecipeError) in
          write(&recipe, try Parts.part(text, of: list, flag: name))
        },
        neighbour: { recipe, value, up in
          let shown = value.prefix { $0 != ":" }
          // A part with numbers of the learner's own stands where the list's example of it stands.
          let circle = list.compactMap { $0.name == shown ? value : $0.example(in: recipe.shape)?.text }
          return Ladder.neighbour(of: value, around: circle, up: up)
        }, idle: idle))
  }

  /// A parameter that is one case of a closed set.
  static func option<Option: RawRepresentable<String> & CaseIterable & Sendable>(
    _ name: String, label: Gloss, summaries: @escaping @Sendable (Option) -> Gloss, summary: Gloss,
    read: @escaping @Sendable (Recipe) -> Option, write: @escaping @Sendable (inout Recipe, Option) -> Void,
    idle: @escaping @Sendable (Recipe) -> Gloss? = { _ in nil }
  ) -> Parameter {
    let names = Option.allCases.map(\.rawValue)
    let standard = read(Recipe()).rawValue
    return Parameter(
      name: name, label: label, group: .parts,
      kind: .choice(Option.allCases.map { Choice(name: $0.rawValue, argument: nil, summary: summaries($0)) }),
      summary: summary,
      handle: Handle(
        read: { read($0).rawValue }, standard: { _ in standard },
        write: { (recipe: inout Recipe, text: String) throws(RecipeError) in
          guard let option = Option(rawValue: text) else { throw .unknownPart(name: name, value: text, known: names) }
          write(&recipe, option)
        },
        neighbour: { _, value, up in Ladder.neighbour(of: value, around: names, up: up) }, idle: idle))
  }

  /// A whole number from text.
  static func whole(_ text: String, _ name: String, _ range: ClosedRange<Int>) throws(RecipeError) -> Int {
    guard let number = NumberText.number(text) else { throw .notANumber(name: name, value: text) }
    guard let whole = Int(text) ?? Int(exactly: number), range.contains(whole) else {
      let words =
        range.upperBound == .max ? "\(range.lowerBound) or more" : "\(range.lowerBound) to \(range.upperBound)"
      let kind = number == number.rounded() ? "" : "a whole number, "
      throw .outOfRange(name: name, value: text, range: kind + words)
    }
    return whole
  }

  /// Any number from text.
  static func number(_ text: String, _ name: String, _ range: ClosedRange<Double>) throws(RecipeError) -> Double {
    guard let number = NumberText.number(text) else { throw .notANumber(name: name, value: text) }
    guard range.contains(number) else {
      throw .outOfRange(name: name, value: text, range: NumberText.range(range))
    }
    return number
  }
}
