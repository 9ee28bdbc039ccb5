import Markdown

/// A fence with the info string `answer`: the formula, and the numbers that it is asked with.
struct NumberForm: ItemForm {
  private static let names = ["given", "value", "unit", "tolerance"]

  func claims(_ draft: ItemDraft) -> Bool { draft.fence("answer") != nil }

  func read(_ draft: ItemDraft, report: inout Report) -> ItemParts? {
    guard let fence = draft.fence("answer") else { return nil }
    let source = YAMLSource(
      text: fence.text, origin: Location(line: fence.block.location.line + 1, column: fence.block.location.column))
    do throws(YAMLFault) {
      let template = try template(source, at: fence.block.location, report: &report)
      for extra in draft.blocks[(fence.index + 1)...] {
        throw YAMLFault(message: "only a quoted explanation may follow the answer", location: extra.location)
      }
      let body = Array(draft.blocks[..<fence.index])
      checkPlaceholders(of: template, in: draft, body: body, report: &report)
      return ItemParts(kind: .number(template), prompt: draft.prompt, body: body)
    } catch {
      report.refuse("answer: \(error.message)", at: error.location)
      return nil
    }
  }

  private func template(
    _ source: YAMLSource, at fence: Location, report: inout Report
  ) throws(YAMLFault) -> NumberTemplate {
    var fields: [String: YAMLField] = [:]
    for field in try source.fields() {
      if Self.names.contains(field.name) {
        fields[field.name] = field
      } else {
        report.note(unknownField(field.name, known: Self.names), at: field.location)
      }
    }
    guard let value = fields["value"]?.value else {
      throw YAMLFault(message: "no value: add `value:`", location: fence)
    }
    let formula = try expression(value)
    var given: [NumberTemplate.Given] = []
    if let field = fields["given"] { given = try self.given(field) }
    for name in formula.names.sorted() where !given.contains(where: { $0.name == name }) {
      throw YAMLFault(message: "\(name) is not given", location: value.location)
    }
    let unit = try fields["unit"]?.value.line("unit")
    let tolerance = try fields["tolerance"].map { field throws(YAMLFault) in try share(field.value) }
    do throws(NumberTemplateError) {
      return try NumberTemplate(
        given: given, value: formula, unit: unit.map(Unit.init), tolerance: tolerance ?? Self.usualTolerance)
    } catch {
      throw YAMLFault(message: "\(error)", location: value.location)
    }
  }

  /// Where a file names no tolerance.
  private static let usualTolerance = 0.01

  private func expression(_ value: YAMLValue) throws(YAMLFault) -> Expression {
    let text = try value.line("value")
    do { return try Expression(parsing: text) } catch {
      throw YAMLFault(message: "\(error)", location: value.location(offset: error.offset))
    }
  }

  private func given(_ field: YAMLField) throws(YAMLFault) -> [NumberTemplate.Given] {
    var result: [NumberTemplate.Given] = []
    for name in try field.value.fields() {
      guard Placeholder.isName(name.name) else {
        throw YAMLFault(message: "“\(name.name)” is not a name: letters, digits and _", location: name.location)
      }
      var values: [Double] = []
      if !name.value.isList {
        values = [try name.value.number(name.name)]
      } else {
        for entry in try name.value.entries(name.name) { values.append(try entry.number("an entry of \(name.name)")) }
      }
      if values.isEmpty { throw YAMLFault(message: "\(name.name) has no values", location: name.value.location) }
      result.append(NumberTemplate.Given(name: name.name, values: values))
    }
    return result
  }

  /// `1%` or `0.01`.
  private func share(_ value: YAMLValue) throws(YAMLFault) -> Double {
    let text = try value.line("tolerance")
    guard let quantity = Quantity(parsing: text), quantity.unit == nil, (0..<1).contains(quantity.value) else {
      throw YAMLFault(message: "tolerance is a share such as 1%, below 100%", location: value.location)
    }
    return quantity.value
  }

  /// A placeholder without a number would be shown in braces, and a number that the prompt hides cannot be used.
  private func checkPlaceholders(
    of template: NumberTemplate, in draft: ItemDraft, body: [Block], report: inout Report
  ) {
    let names = Set(template.given.map(\.name))
    for name in Placeholder.names(in: draft.prompt) where !names.contains(name) {
      report.refuse("{\(name)} is not given", at: draft.location)
    }
    let shown = draft.prompt.plainText + body.plainText
    for given in template.given where given.values.count > 1 && !shown.contains("{\(given.name)}") {
      report.refuse("{\(given.name)} does not stand in the prompt, but takes several values", at: draft.location)
    }
  }
}
