import Foundation
import Testing

@testable import Workbook

/// A bank that the machine knows from an earlier start.
private struct KnownBank {
  let folder: TemporaryBank
  let catalogue: Catalogue
  /// Long enough after the files were written that a change would show.
  private static var later: Date { Date(timeIntervalSinceNow: 60) }

  init(_ files: [String: String]) {
    folder = TemporaryBank.bilingual(files)
    catalogue = Bank(shipped: folder.url, now: Self.later).catalogue
  }

  func open(own: TemporaryBank? = nil) -> Bank {
    Bank(shipped: folder.url, own: own?.url, known: catalogue, now: Self.later)
  }
}

/// Questions in both languages under ids of their own.
private func manyQuestions(_ count: Int) -> [String: String] {
  var files: [String: String] = [:]
  for number in 1...count {
    func text(_ sample: String, _ title: String) -> String {
      sample.replacing("title: \(title)", with: "title: \(title) \(number)")
    }
    files["en/masks/q\(number).md"] = text(sample, "Why mask the future?")
    files["zh/masks/q\(number).md"] = text(sampleInChinese, "为什么要遮住未来？")
  }
  return files
}

@Test func `a known bank is the bank that was read`() {
  let known = KnownBank(manyQuestions(20))
  let (opened, read) = (known.open(), Bank(shipped: known.folder.url))
  #expect(opened.catalogue == known.catalogue)
  #expect(opened.faults.isEmpty)
  for language in ["en", "zh"] {
    let pairs = zip(opened.questions(in: language), read.questions(in: language))
    #expect(read.questions(in: language).count == 20)
    for (one, other) in pairs {
      #expect(one.head == other.head && one.id == other.id && one.language == other.language && one.file == other.file)
      #expect(one.itemCount == one.items.count)
      #expect(one.sections == other.sections && one.items == other.items && one.experiment == other.experiment)
      #expect(one.references == other.references && one.covers == other.covers && one.see == other.see)
    }
  }
}

@Test func `a known file is read when its answer is asked for`() throws {
  let folder = TemporaryBank.bilingual(["en/masks/one.md": sample])
  func back() throws {
    let file = folder.url.appending(path: "en/masks/one.md").path
    let date = Date(timeIntervalSince1970: 1_700_000_000)
    try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: file)
  }
  try back()
  let known = Bank(shipped: folder.url, now: Date()).catalogue
  // Another title of the same length, in a file that looks untouched: only who reads it can tell.
  folder.write(Data(sample.replacing("Why mask", with: "Why hide").utf8), to: "en/masks/one.md")
  try back()
  let question = try #require(Bank(shipped: folder.url, known: known).questions(in: "en").first)
  #expect(question.title == "Why mask the future?")
  #expect(question.sections.isEmpty == false)
}

@Test func `a changed file is read again, and one that is gone is gone`() {
  let known = KnownBank(["en/masks/one.md": sample, "en/masks/two.md": sample.replacing("Why mask", with: "How mask")])
  known.folder.write(Data(sample.replacing("Why mask", with: "Why ever mask").utf8), to: "en/masks/one.md")
  try? FileManager.default.removeItem(at: known.folder.url.appending(path: "en/masks/two.md"))
  #expect(known.open().questions(in: "en").map(\.title) == ["Why ever mask the future?"])
}

@Test func `a broken file is named at every start`() {
  let known = KnownBank(["en/masks/one.md": sample, "en/masks/bad.md": "no"])
  #expect(known.folder.relative(known.open().faults) == ["en/masks/bad.md:1:1: no front matter: the first line is ---"])
  known.folder.write(Data("no more".utf8), to: "en/masks/one.md")
  #expect(known.open().faults.count == 2)
  #expect(known.open().ids.isEmpty)
}

@Test func `a question that has a fault of little weight keeps it`() {
  let faulty = sample.replacing("level: junior", with: "level: junior\nlevle: mid")
  let known = KnownBank(["en/masks/one.md": faulty])
  #expect(known.open().faults.count == 1)
  #expect(known.open().ids.count == 1)
}

@Test func `ids that collide are faults of a known bank too`() {
  let known = KnownBank(["en/masks/one.md": sample])
  let own = TemporaryBank(["en/masks/one.md": sample])
  #expect(own.relative(known.open(own: own).faults).map { $0.prefix(20) } == ["en/masks/one.md:1:1:"])
}

@Test func `other headings have every file read again`() {
  let known = KnownBank(["en/masks/one.md": sample])
  known.folder.write(Data(bankYAML.replacing("In depth", with: "Depth").utf8), to: "en/bank.yaml")
  #expect(known.open().ids.isEmpty)
  #expect(known.open().faults.isEmpty == false)
}

@Test func `a file that breaks while heed is open says so in its place`() throws {
  let known = KnownBank(["en/masks/one.md": sample])
  let question = try #require(known.open().questions(in: "en").first)
  known.folder.write(Data("no".utf8), to: "en/masks/one.md")
  #expect(question.sections.map(\.heading) == ["Short answer"])
  #expect(question.plainText.hasSuffix("en/masks/one.md:1:1: no front matter: the first line is ---"))
  #expect(question.items.isEmpty)
}

@Test func `a file changed in the moment of reading is not yet known`() {
  let folder = TemporaryBank.bilingual(["en/masks/one.md": sample])
  #expect(Bank(shipped: folder.url, now: Date()).catalogue == Catalogue())
  #expect(Bank(shipped: folder.url).catalogue == Catalogue())
}

@Test func `a catalogue is what its text says, line by line`() {
  let known = KnownBank(manyQuestions(3)).catalogue
  #expect(Catalogue(known.text) == known)
  #expect(Catalogue("") == Catalogue())
  #expect(Catalogue("one\u{1F}two\nhalf a li") == Catalogue())
  #expect(known.text.split(separator: "\n").count == 6)
}
