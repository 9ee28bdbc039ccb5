import Attention
import Markdown

/// The flags that fields stand for, and the recipe they make; a list is one flag for each entry.
/// - Throws: at the field that the pipeline refuses.
func pipelineRecipe(_ fields: [YAMLField]) throws(YAMLFault) -> (flags: [Flag], recipe: Recipe) {
  var flags: [Flag] = []
  for field in fields {
    if !field.value.isList {
      flags.append(Flag(name: field.name, value: try field.value.line(field.name)))
    } else {
      for entry in try field.value.entries(field.name) {
        flags.append(Flag(name: field.name, value: try entry.line(field.name)))
      }
    }
  }
  do throws(RecipeError) { return (flags, try Recipe(flags)) } catch {
    let culprit = fields.first { $0.name == error.flag } ?? fields.first
    throw YAMLFault(message: "\(error)", location: culprit?.location ?? .start)
  }
}

extension Experiment {
  /// The pipeline's flags, and what to notice.
  init(_ fields: [YAMLField]) throws(YAMLFault) {
    let notice = try fields.first { $0.name == "notice" }?.value.line("notice")
    let (flags, recipe) = try pipelineRecipe(fields.filter { $0.name != "notice" })
    self.init(flags: flags, recipe: recipe, notice: notice)
  }
}
