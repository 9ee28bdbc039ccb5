extension Parts {
  /// The part of a list that a flag's value names, with its numbers: `padding:5`.
  static func part(
    _ value: String, of list: [any Part.Type], flag: String, orNone: Bool = false
  ) throws(RecipeError) -> any Part {
    let halves = value.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let name = halves.first.map(String.init) ?? ""
    for type in list where type.name == name {
      return try type.parsing(halves.count > 1 ? halves[1] : nil, flag: flag, value: value)
    }
    throw .unknownPart(name: flag, value: value, known: (orNone ? ["none"] : []) + list.map { $0.form })
  }

  /// The parts that a value names, separated by commas: `causal,padding:5`. `none` names no part.
  static func parts(_ value: String, of list: [any Part.Type], flag: String) throws(RecipeError) -> [any Part] {
    var found: [any Part] = []
    for piece in pieces(value) where piece != "none" {
      let next = try part(piece, of: list, flag: flag, orNone: true)
      // Masks are and-ed: the same one twice is the same one.
      if !found.contains(where: { $0.text == next.text }) { found.append(next) }
    }
    return found
  }

  /// The texts of the single parts of a value: `causal,bigbird:3,1,2` has two.
  ///
  /// A comma also separates the numbers of one part, so a piece that begins like a number belongs to the one before.
  static func pieces(_ value: String) -> [String] {
    var pieces: [String] = []
    for piece in value.split(separator: ",", omittingEmptySubsequences: false) {
      if let first = piece.first, first.isNumber || first == "-" || first == ".", let last = pieces.popLast() {
        pieces.append("\(last),\(piece)")
      } else {
        pieces.append(String(piece))
      }
    }
    return pieces
  }
}
