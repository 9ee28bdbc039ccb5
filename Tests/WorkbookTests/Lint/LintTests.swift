import Foundation
import Markdown
import Testing

@testable import Workbook

@Test func `a bank without fault says nothing`() {
  let folder = TemporaryBank.bilingual(["en/masks/one.md": sample, "zh/masks/one.md": sampleInChinese])
  #expect(folder.lint() == [])
}

@Test func `all faults and warnings stand by file and place`() {
  let folder = TemporaryBank.bilingual([
    "en/masks/b.md": sample.replacing("kind: concept", with: "kind: concept\nsee: [masks/c]"),
    "en/masks/a.md": "no",
    "zh/masks/x.md": sampleInChinese.replacing("    > 它可以向前看。\n", with: ""),
  ])
  #expect(
    folder.lint() == [
      "en/masks/a.md:1:1: no front matter: the first line is ---",
      "en/masks/b.md:5:7: see: there is no masks/c; did you mean masks/a?",
      "zh/masks/x.md:1:1: a translation without its original en/masks/x.md",
    ])
}

@Test func `a warning says that it is one`() {
  let diagnostic = Diagnostic(path: "a.md", location: .start, message: "m", isWarning: true)
  #expect(diagnostic.description == "a.md:1:1: warning: m")
}

@Test func `own questions are looked at beside the shipped ones`() {
  let shipped = TemporaryBank.bilingual(["en/masks/one.md": sample, "zh/masks/one.md": sampleInChinese])
  let own = TemporaryBank([
    "zh/masks/mine.md": sampleInChinese.replacing("tags: [mask]", with: "tags: [mask]\nsee: [masks/one, masks/no]")
  ])
  #expect(
    own.relative(Lint.run(shipped: shipped.url, own: own.url).findings) == [
      "zh/masks/mine.md:2:8: masks/one has the same title; give each question its own",
      "zh/masks/mine.md:6:18: see: there is no masks/no; did you mean masks/one?",
    ])
}
