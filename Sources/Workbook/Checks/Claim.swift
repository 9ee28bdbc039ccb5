import Attention
import Markdown

/// What a check states, once read: where its numbers come from, and what must hold of them.
struct Claim {
  enum Setting {
    case attend(Recipe)
    case given([String: Double])

    var isRun: Bool {
      if case .attend = self { return true }
      return false
    }
  }

  let setting: Setting
  let relations: [Relation]
  /// Where the figure of each relation stands.
  let places: [Location]

  /// - Throws: at the place in the file where the check cannot be read.
  init(_ check: Check) throws(YAMLFault) {
    let source = YAMLSource(
      text: check.source, origin: Location(line: check.location.line + 1, column: check.location.column))
    var setting: Setting?
    var expect: YAMLValue?
    for field in try source.fields() {
      switch field.name {
      case "attend", "where":
        if setting != nil {
          throw YAMLFault(message: "a check has `attend` or `where`, not both", location: field.location)
        }
        setting = field.name == "attend" ? try Self.attend(field.value) : try Self.given(field.value)
      case "expect": expect = field.value
      default:
        throw YAMLFault(
          message: unknownField(field.name, known: ["attend", "where", "expect"]), location: field.location)
      }
    }
    guard let expect else { throw YAMLFault(message: "no expect: say what must hold", location: check.location) }
    let resolved = setting ?? .given([:])
    self.setting = resolved
    let text = try expect.line("expect")
    let parser = RelationParser(text, statistics: resolved.isRun)
    do throws(RelationError) { relations = try parser.relations() } catch {
      throw YAMLFault(message: error.message, location: expect.location(offset: error.offset))
    }
    places = relations.map { expect.location(offset: $0.offset) }
  }

  private static func attend(_ value: YAMLValue) throws(YAMLFault) -> Setting {
    .attend(try pipelineRecipe(try value.fields()).recipe)
  }

  private static func given(_ value: YAMLValue) throws(YAMLFault) -> Setting {
    var numbers: [String: Double] = [:]
    for field in try value.fields() { numbers[field.name] = try field.value.number(field.name) }
    return .given(numbers)
  }
}
