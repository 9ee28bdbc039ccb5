import Foundation
import Testing
import Workbook

@testable import Learning

private func read(_ query: String) throws -> Selection { try Selection(query: query, in: SampleBank.make()) }

private func fault(_ query: String) throws -> QueryError? {
  let bank = try SampleBank.make()
  do throws(QueryError) {
    _ = try Selection(query: query, in: bank)
    return nil
  } catch {
    return error
  }
}

@Test func `a query names topics, levels, kinds, tags and states`() throws {
  #expect(try read("") == Selection())
  #expect(
    try read("topic:masks level:senior state:due") == Selection(topics: ["masks"], levels: [.senior], states: [.due]))
  #expect(
    try read("kind:concept,number tag:mask") == Selection(kinds: [.concept], itemKinds: ["number"], tags: ["mask"]))
  #expect(try read("level:junior level:mid") == Selection(levels: [.junior, .mid]))
  #expect(try read("causal topic:masks mask") == Selection(topics: ["masks"], words: ["causal", "mask"]))
}

@Test func `a query goes by the names of both languages, folded, quoted or cut`() throws {
  #expect(try read("主题：masks 级别:高级 类型:概念 状态:未学") == read("topic:masks level:senior kind:concept state:new"))
  #expect(try read("TOPIC:Ｍasks") == Selection(topics: ["masks"]))
  #expect(
    try read("topic:\"memory\" level:s state:\"keeps slipping\"") == read("topic:memory level:senior state:slipping"))
  #expect(try read("state:keeps-slipping") == Selection(states: [.slipping]))
}

@Test func `what a query cannot mean is named, with what it probably means`() throws {
  #expect(try fault("topc:masks") == .unknownKey("topc", nearest: "topic"))
  #expect(try fault("colour:red") == .unknownKey("colour", nearest: nil))
  #expect(try fault("level:sinior") == .unknownValue(.level, "sinior", nearest: "senior"))
  #expect(try fault("topic:maskz") == .unknownValue(.topic, "maskz", nearest: "masks"))
  #expect(try fault("topic:m") == .unclear(.topic, "m", between: ["masks", "memory"]))
  #expect(try fault("state:") == .missingValue(.state))
}

@Test func `a selection is written as the query that reads it`() throws {
  let bank = try SampleBank.make()
  for query in ["topic:masks,memory level:junior,senior", "kind:concept,gap tag:mask state:due,known cache", ""] {
    let selection = try Selection(query: query, in: bank)
    #expect(selection.query == query)
    #expect(try Selection(query: selection.query, in: bank) == selection)
  }
}

@Test func `a list keeps what fits in every respect`() throws {
  let bank = try SampleBank.make()
  let deck = Deck(bank, language: "en")
  var log = LogWriter()
  log.add(.review(Sample.review(SampleBank.choice, .again)))
  func ids(_ query: String) throws -> [String] {
    let selection = try Selection(query: query, in: bank)
    return deck.sheets.filter { selection.accepts($0, in: bank, log.history, at: log.now + 3600) }.map(\.id.slug)
  }
  #expect(try ids("") == ["causal", "cache"])
  #expect(try ids("kind:number") == ["cache"])
  #expect(try ids("kind:several,number") == ["causal", "cache"])
  #expect(try ids("state:due") == ["causal"])
  #expect(try ids("state:due level:senior") == [])
  #expect(try ids("因果") == ["causal"], "a title of another language")
  #expect(try ids("SIZE mask") == ["cache"], "title and tag")
}

@Test func `a quiz keeps the items that fit, not their neighbours`() throws {
  let bank = try SampleBank.make()
  let deck = Deck(bank, language: "en")
  var log = LogWriter()
  log.add(.review(Sample.review(SampleBank.choice, .again)))
  func cards(_ query: String) throws -> [CardID] {
    try Selection(query: query, in: bank).cards(of: deck, in: bank, log.history, at: log.now + 3600)
  }
  #expect(try cards("kind:several") == [SampleBank.several])
  #expect(try cards("state:due") == [SampleBank.choice])
  #expect(try cards("state:new topic:masks") == [SampleBank.several])
}
