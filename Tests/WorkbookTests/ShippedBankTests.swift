import Content
import Testing

@testable import Workbook

@Test func `the shipped bank has no fault, and its checks come true`() throws {
  let found = Lint.run(shipped: try Content.bank(environment: [:])).findings
  #expect(found.filter { !$0.isWarning } == [])
}

@Test func `every shipped question is there in every language`() throws {
  let bank = Bank(shipped: try Content.bank(environment: [:]))
  let questions = bank.questions(in: "en")
  #expect(questions.count >= 12)
  for language in bank.languages.keys {
    #expect(bank.questions(in: language).filter { $0.language != language }.map(\.id) == [])
  }
}

@Test func `every shipped number item can be asked with any seed`() throws {
  let bank = Bank(shipped: try Content.bank(environment: [:]))
  for item in bank.everything.flatMap(\.items) {
    guard case .number(let template) = item.kind else { continue }
    for seed in UInt64(0)..<20 {
      let instance = template.instance(seed: seed)
      #expect(instance.expected.isFinite)
      let typed = try #require(template.reading(instance.answer.echo), "\(item.id): \(instance.answer.echo)")
      #expect(template.accepts(typed, for: instance), "\(item.id): \(instance.answer.echo)")
    }
  }
}
