import Foundation
import Workbook

@testable import Learning

/// A bank of two questions in two languages, written to a folder and read back.
enum SampleBank {
  static let causal = QuestionID(topic: "masks", slug: "causal")
  static let cache = QuestionID(topic: "memory", slug: "cache")
  /// One of each kind: a choice, one of several, a number, and the question as a whole.
  static let choice = CardID(question: causal, item: 1)
  static let several = CardID(question: causal, item: 2)
  static let number = CardID(question: cache, item: 1)
  static let whole = CardID(question: causal)
  /// Those that are put in order, matched, filled in, seen and mended.
  static let other = QuestionID(topic: "memory", slug: "other")
  static let order = CardID(question: other, item: 1)
  static let match = CardID(question: other, item: 2)
  static let gap = CardID(question: other, item: 3)
  static let picture = CardID(question: other, item: 4)
  static let bug = CardID(question: other, item: 5)

  /// - Parameter kinds: with the question of all other kinds.
  static func make(kinds: Bool = false) throws -> Bank {
    let folder = Sample.folder()
    let more = kinds ? ["en/memory/other.md": question("Other kinds", "mid", otherQuiz)] : [:]
    for (path, text) in files.merging(more, uniquingKeysWith: { $1 }) {
      let file = folder.appending(path: path)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    return Bank(shipped: folder)
  }

  private static let files = [
    "en/bank.yaml": names("en"), "zh/bank.yaml": names("zh"),
    "en/masks/causal.md": question("Causal masks", "junior", causalQuiz("after")),
    "zh/masks/causal.md": question("因果掩码", "junior", causalQuiz("之后")),
    "en/memory/cache.md": question("The size of a cache", "senior", cacheQuiz),
  ]

  private static func names(_ language: String) -> String {
    """
    language: \(language)
    topics:
      - {id: masks, title: Masks, summary: What a query sees}
      - {id: memory, title: Memory, summary: What is kept}
    headings: {short-answer: Short answer, in-depth: In depth, code: Code, mistakes: Mistakes, follow-ups: More, quiz: Quiz}
    """
  }

  private static func question(_ title: String, _ level: String, _ quiz: String) -> String {
    """
    ---
    title: \(title)
    level: \(level)
    kind: concept
    tags: [mask]
    references:
      - Vaswani et al. 2017
    ---

    ## Short answer
    A query sees no key behind it.

    ## In depth
    Position i sees the positions up to i.

    ## Quiz
    \(quiz)
    """
  }

  private static func causalQuiz(_ word: String) -> String {
    """
    ### What may the query at place 3 not see? (\(word))
    - [ ] key 1
      > It lies before.
    - [ ] key 2
      > It lies before.
    - [x] key 4
      > It lies behind.
    - [ ] itself
      > A query sees its own place.

    ### Which keys does it see?
    - [x] key 1
      > Before.
    - [ ] key 4
      > Behind.
    - [x] key 2
      > Before.
    - [ ] key 5
      > Behind.
    - [x] key 3
      > Itself.
    """
  }

  private static let otherQuiz = """
    ### In which order?
    1. first
    2. second
    3. third
    4. fourth

    ### Which belongs to which?
    | a | b |
    |---|---|
    | one | uno |
    | two | due |
    | three | tre |
    | also one | uno |

    ### Fill in {{softmax|soft-max}} and {{value}}

    ### What is this?
    ```experiment
    mask: causal
    ```
    - [ ] a
      > No.
    - [x] b
      > Yes.
    - [ ] c
      > No.

    ### What is wrong?
    ```python bug
    softmax(s, dim=-2)
    ```
    - [x] a
      > Yes.
    - [ ] b
      > No.
    """

  private static let cacheQuiz = """
    ### How many bytes are {tokens} tokens of {dim} bytes?
    ```answer
    given: {tokens: [1024, 2048, 4096], dim: [64, 128]}
    value: tokens * dim
    unit: bytes
    tolerance: 1%
    ```
    > Multiply {tokens} by {dim}.
    """
}
