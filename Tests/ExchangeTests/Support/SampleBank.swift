import Foundation
import Learning
import Workbook

@testable import Exchange

/// A bank of one question in two languages, with an item of each kind, written to a folder and read back.
struct SampleBank {
  static let id = QuestionID(topic: "masks", slug: "causal")

  let folder = FileManager.default.temporaryDirectory.appending(path: "heed-exchange-\(UUID())")
  let bank: Bank

  init() throws {
    for (language, title) in [("en", "Why mask the future?"), ("zh", "为什么要遮住未来？")] {
      try Self.write(Self.yaml(language), to: folder.appending(path: "\(language)/bank.yaml"))
      try Self.write(Self.question(title), to: folder.appending(path: "\(language)/masks/causal.md"))
    }
    bank = Bank(shipped: folder)
  }

  func cards(in language: String = "en") -> [Flashcard] { Flashcard.all(of: bank, in: language) }

  func package(in language: String = "en", at now: Date = Date(timeIntervalSince1970: 1_770_000_000)) -> AnkiPackage {
    AnkiPackage(cards(in: language), topics: bank.topics(in: language), now: now)
  }

  private static func write(_ text: String, to file: URL) throws {
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file, atomically: true, encoding: .utf8)
  }

  private static func yaml(_ language: String) -> String {
    """
    language: \(language)
    topics:
      - {id: masks, title: "Masks::all", summary: What a query <may> see}
      - {id: heads, title: Heads, summary: Many heads}
    headings: {short-answer: Short answer, in-depth: In depth, code: Code, mistakes: Mistakes, follow-ups: Then, quiz: Quiz}
    """
  }

  private static func question(_ title: String) -> String {
    """
    ---
    title: \(title)
    level: junior
    kind: concept
    tags: [causal mask, softmax]
    references: ["Vaswani et al. 2017, §3.2.3"]
    ---

    ## Short answer
    So that no position sees a **later** one: $j < i + 1$.

    ## In depth
    Later keys get no weight.

    ## Quiz

    ### Which keys may query $i$ see?

    - [ ] Later ones
      > Those are hidden.
    - [x] Keys $j < i + 1$
      > Its own and the earlier.

    > A mask is added before softmax.

    ### Which masks are triangles?

    - [x] causal
      > Below the diagonal.
    - [x] its transpose
      > Above it.
    - [ ] padding
      > A column.

    ### How many pairs does a causal mask keep for {n} tokens?

    ```answer
    given: {n: [8]}
    value: n * (n + 1) / 2
    ```

    > Half of the square and half of the diagonal.

    ### In which order does attention compute?

    1. scores
    2. softmax
    3. weighted sum

    ### What is each matrix for?

    | matrix | does |
    |---|---|
    | query | asks |
    | key | is asked |
    | value | answers |

    ### The weights are the {{softmax|soft-max}} of the {{scores}}.

    ### What is wrong?

    ```python bug
    weights = scores.softmax(dim=0)
    ```

    - [x] The axis
      > Rows must sum to 1.
    - [ ] The name
      > It is right.

    ### Which mask is this?

    ```experiment
    queries: 4
    keys: 4
    dim: 8
    mask: causal
    ```

    - [x] causal
      > Nothing above the diagonal.
    - [ ] none
      > There is one.

    """
  }
}
