import Foundation

/// A question without fault, one line of the file a line here; tests change one thing in it.
let sample = """
  ---
  title: Why mask the future?
  level: junior
  kind: concept
  tags: [mask]
  references:
    - Vaswani et al. 2017, §3.2.3
  ---

  ## Short answer

  So that no position sees a later one.

  ## In depth

  With d_k = 64 the standard deviation is 8.

  ## Quiz

  ### Which keys may query 3 see?

  - [ ] Only key 3
    > It may look back.
  - [x] Keys 0 to 3
    > All that are not later.

  """

/// The same question in Chinese.
let sampleInChinese = """
  ---
  title: 为什么要遮住未来？
  level: junior
  kind: concept
  tags: [mask]
  references:
    - Vaswani et al. 2017, §3.2.3
  ---

  ## 简答

  使每个位置都看不到后面的位置。

  ## 详解

  d_k = 64 时标准差为 8。

  ## 测验

  ### 查询 3 可以看到哪些键？

  - [ ] 只有键 3
    > 它可以向前看。
  - [x] 键 0 到 3
    > 所有不在它后面的键。

  """

/// The item of the sample, replaced.
func sample(item: String) -> String {
  sample.components(separatedBy: "### ")[0] + item + "\n"
}

let bankYAML = """
  language: en
  topics:
    - {id: masks, title: Masks, summary: What a query may look at}
    - {id: heads, title: "Attention heads, from MHA to MLA", short: Heads, summary: Many heads}
  headings:
    short-answer: Short answer
    in-depth: In depth
    code: Code
    mistakes: Common mistakes
    follow-ups: Follow-ups
    quiz: Quiz
  """

let bankYAMLInChinese = """
  language: zh
  topics:
    - {id: masks, title: 掩码, summary: 一个查询能看什么}
    - {id: heads, title: 注意力头, summary: 多个头}
  headings:
    short-answer: 简答
    in-depth: 详解
    code: 代码
    mistakes: 常见错误
    follow-ups: 追问
    quiz: 测验
  """
