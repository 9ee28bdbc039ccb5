/// A question with one item of each kind that is neither a choice among options nor a number.
enum KindText {
  static let english = text(
    title: "Kinds of items", topic: "masks",
    order: (
      "Put the steps of a head in order.",
      ["multiply queries by keys", "divide by √d", "mask", "softmax", "weigh the values"]
    ),
    match: (
      "Which shape has which tensor?", ("tensor", "shape"),
      [("queries", "n × d"), ("scores", "n × m"), ("values", "m × d_v"), ("outputs", "n × d_v")]
    ),
    gap: "The weights are the {{softmax|soft-max}} of the scores, and they weigh the {{values|value}}.",
    picture: ("Which mask is this?", ["A causal mask", "A window of two keys", "A padding of four keys"]),
    bug: (
      "What is wrong with these weights?",
      ["The columns sum to 1, not the rows.", "The scores are not divided.", "The mask is missing."]
    ),
    why: "So it is.")
  static let chinese = text(
    title: "题目的种类", topic: "masks",
    order: ("按顺序排列一个头的各步。", ["查询乘以键", "除以 √d", "加掩码", "softmax", "对值加权"]),
    match: ("哪个张量是什么形状？", ("张量", "形状"), [("查询", "n × d"), ("分数", "n × m"), ("值", "m × d_v"), ("输出", "n × d_v")]),
    gap: "权重是分数的 {{softmax}}，用来对{{值|value}}加权。",
    picture: ("这是哪种掩码？", ["因果掩码", "两个键的窗口", "四个键的填充"]),
    bug: ("这些权重错在哪里？", ["和为 1 的是列，不是行。", "分数没有缩放。", "缺少掩码。"]),
    why: "确实如此。")

  private static func text(
    title: String, topic: String, order: (String, [String]), match: (String, (String, String), [(String, String)]),
    gap: String, picture: (String, [String]), bug: (String, [String]), why: String
  ) -> String {
    func options(_ texts: [String]) -> String {
      texts.enumerated().map { "- [\($0 == 0 ? "x" : " ")] \($1)\n  > \(why)" }.joined(separator: "\n")
    }
    let isChinese = title != "Kinds of items"
    return """
      ---
      title: \(title)
      level: mid
      kind: concept
      tags: [mask]
      references:
        - Vaswani et al. 2017
      ---

      ## \(isChinese ? "简答" : "Short answer")
      \(why)

      ## \(isChinese ? "详解" : "In depth")
      \(why)

      ## \(isChinese ? "测验" : "Quiz")
      ### \(order.0)

      \(order.1.enumerated().map { "\($0 + 1). \($1)" }.joined(separator: "\n"))

      > \(why)

      ### \(match.0)

      | \(match.1.0) | \(match.1.1) |
      |---|---|
      \(match.2.map { "| \($0) | \($1) |" }.joined(separator: "\n"))

      ### \(isChinese ? "填空" : "Fill in")

      \(gap)

      ### \(picture.0)

      ```experiment
      queries: 12
      keys: 12
      mask: causal
      ```

      \(options(picture.1))

      ### \(bug.0)

      ```python bug
      weights = softmax(scores, dim=-2)
      ```

      ```experiment
      queries: 8
      keys: 8
      axis: queries
      ```

      \(options(bug.1))
      """
  }
}
