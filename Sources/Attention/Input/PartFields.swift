/// One object of an input file that a part reads: `"additive": {"wq", "wk", "w"}`.
struct PartFields {
  private let name: String
  private let fields: [String: JSONValue]

  /// - Throws: where the value is no object, or has a key that the part does not know.
  init(_ name: String, _ value: JSONValue, known: Set<String>) throws(InputError) {
    guard case .object(let fields) = value else {
      throw .wrongKind(field: name, expected: "an object with \(known.sorted().joined(separator: ", "))")
    }
    for key in fields.keys.sorted() where !known.contains(key) { throw .unknownKey("\(name).\(key)") }
    (self.name, self.fields) = (name, fields)
  }

  /// Whether a key is there.
  func has(_ key: String) -> Bool { fields[key] != nil }

  /// A `[rows][columns]` matrix; nil stands for a size that may be any.
  func matrix(_ key: String, rows: Int? = nil, columns: Int?) throws(InputError) -> Tensor {
    let (dims, numbers) = try numbers(key, depth: 2, "[rows][columns] of numbers")
    for (size, wanted, noun) in [(dims[0], rows, "rows"), (dims[1], columns, "columns")] {
      if let wanted, size != wanted { throw wrongSize(key, dims, size, wanted, noun) }
    }
    return Tensor(heads: 1, rows: dims[0], columns: dims[1], values: numbers)
  }

  /// A `[count]` vector.
  func vector(_ key: String, count: Int) throws(InputError) -> [Float] {
    let (dims, numbers) = try numbers(key, depth: 1, "a list of numbers")
    if dims[0] != count { throw wrongSize(key, dims, dims[0], count, "numbers") }
    return numbers
  }

  /// A whole number; nil where it is left out.
  func whole(_ key: String, _ range: ClosedRange<Int>) throws(InputError) -> Int? {
    guard let value = fields[key] else { return nil }
    guard case .number(let number) = value, let whole = Int(exactly: number), range.contains(whole) else {
      throw .wrongKind(
        field: "\(name).\(key)", expected: "a whole number, \(range.lowerBound) to \(range.upperBound)")
    }
    return whole
  }

  /// True or false; nil where it is left out.
  func bool(_ key: String) throws(InputError) -> Bool? {
    guard let value = fields[key] else { return nil }
    guard case .bool(let bool) = value else { throw .wrongKind(field: "\(name).\(key)", expected: "true or false") }
    return bool
  }

  private func numbers(_ key: String, depth: Int, _ expected: String) throws(InputError) -> ([Int], [Float]) {
    guard let value = fields[key] else { throw .missingKey("\(name).\(key)", neededBy: name) }
    guard case .grid(let grid) = value, case .numbers(let numbers) = grid.elements, grid.dims.count == depth else {
      throw .wrongKind(field: "\(name).\(key)", expected: expected)
    }
    return (grid.dims, numbers)
  }

  private func wrongSize(_ key: String, _ dims: [Int], _ size: Int, _ wanted: Int, _ noun: String) -> InputError {
    let shape = dims.map(String.init).joined(separator: ",")
    return .badSize(
      field: "\(name).\(key)", problem: "has \(size) \(noun) where \(wanted) fit (\(name).\(key) [\(shape)])")
  }
}

extension InputFields {
  /// `[keys]` ids.
  private func documents(_ value: JSONValue, keys: Int) throws(InputError) -> [Int] {
    guard case .grid(let grid) = value, case .numbers(let numbers) = grid.elements, grid.dims.count == 1 else {
      throw .wrongKind(field: "documents", expected: "[keys] of whole numbers")
    }
    if numbers.count != keys {
      throw .badSize(field: "documents", problem: "has \(numbers.count) ids, but there are \(keys) keys")
    }
    let ids = numbers.compactMap { Int(exactly: $0) }
    if ids.count < keys { throw .wrongKind(field: "documents", expected: "[keys] of whole numbers") }
    return ids
  }

  /// What the file brings for parts.
  /// - Throws: also where a part of the recipe needs what the file does not have.
  func partTensors(_ recipe: Recipe) throws(InputError) -> PartTensors {
    for (flag, part) in recipe.parts {
      guard let field = type(of: part).drawnField, fields[field] == nil else { continue }
      throw .missingKey(field, neededBy: "\(flag) \(part.text)")
    }
    let shape = recipe.shape
    var tensors = PartTensors()
    if let value = fields["additive"] { tensors.additive = try AdditiveTensors(value, dim: shape.dim) }
    if let value = fields["bilinear"] {
      tensors.bilinear = try PartFields("bilinear", value, known: ["w"])
        .matrix("w", rows: shape.dim, columns: shape.dim)
    }
    if let value = fields["t5"] { tensors.t5 = try T5Table(value, heads: shape.heads) }
    if let value = fields["documents"] { tensors.documents = try documents(value, keys: shape.keys) }
    if let value = fields["performer"] {
      tensors.performer = try PartFields("performer", value, known: ["features"]).matrix("features", columns: shape.dim)
    }
    if let value = fields["linformer"] { tensors.linformer = try LinformerTensors(value, keys: shape.keys) }
    return tensors
  }
}
