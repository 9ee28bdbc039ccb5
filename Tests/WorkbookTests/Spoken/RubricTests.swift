import Content
import Foundation
import Markdown
import Testing

@testable import Workbook

/// A question with a long answer, four kinds of paragraphs, mistakes and follow-ups.
private let spoken = sample.replacing(
  "So that no position sees a later one.",
  with: """
    Every query q·k.T sees no later key, e.g. in a decoder with `softmax(x. Y)`. Short. It is needed in training, where all \
    positions are computed at once (in one pass.) Is it needed in decoding, where later keys do not exist? No!
    """
).replacing(
  "With d_k = 64 the standard deviation is 8.",
  with: """
    No claim stands here.

    **How it works.** Let N be the number of queries.

    **A question?** It has an answer.

    **Alignment.** The last query sees *all* keys. Then more.
    """
).replacing(
  "## Quiz",
  with: """
    ## Common mistakes
    - “It saves time.” Only if tiles are skipped.
    - “It is learned.” It is fixed.

    ## Follow-ups
    - Why −∞? Because exp(−∞) is 0.
    - Name a model without it.

    ## Quiz
    """)

@Suite struct `The rubric of a question` {
  private func question() throws -> Question { try #require(page(spoken).question) }

  @Test func `takes the sentences of the short answer, short ones with their neighbours`() throws {
    let core = Rubric(try question()).points.filter { $0.source == .core }.map(\.text.plainText)
    #expect(
      core == [
        "Every query q·k.T sees no later key, e.g. in a decoder with softmax(x. Y). Short.",
        "It is needed in training, where all positions are computed at once (in one pass.)",
        "Is it needed in decoding, where later keys do not exist? No!",
      ])
  }

  @Test func `takes a claim of the full answer and the first mistake`() throws {
    let points = Rubric(try question()).points
    #expect(points.filter { $0.source == .depth }.map(\.text.plainText) == ["Alignment. The last query sees all keys."])
    #expect(
      points.filter { $0.source == .trap }.map(\.text.plainText) == ["“It saves time.” Only if tiles are skipped."])
    #expect(points.count == 5)
  }

  @Test func `is the short answer alone where there is nothing else`() throws {
    let points = Rubric(try #require(page(sample).question)).points
    #expect(points.map(\.text.plainText) == ["So that no position sees a later one."])
  }

  @Test func `has three to six points for every question shipped, in both languages`() throws {
    let bank = Bank(shipped: try Content.bank(environment: [:], executable: nil))
    for question in bank.everything {
      let points = Rubric(question).points
      #expect((3...6).contains(points.count), "\(question.id) \(question.language)")
      #expect(points.allSatisfy { $0.text.plainText.count <= 420 }, "\(question.id) \(question.language)")
    }
  }
}

@Test func `a follow-up is parted into what is asked and what there is to say`() throws {
  let all = FollowUp.all(of: try #require(page(spoken).question))
  #expect(all.map(\.asked.plainText) == ["Why −∞?", "Name a model without it."])
  #expect(all.map(\.answer.plainText) == ["Because exp(−∞) is 0.", ""])
}
