import Foundation
import Learning
import TerminalUI
import Testing
import Workbook

@testable import Tutor

/// Study with the question on scaling selected, which has five parts and an experiment.
private func opened(_ language: Language = .en, size: Size = Size(columns: 80, rows: 24)) throws -> Desk {
  var desk = try Desk.firstDay(columns: size.columns, rows: size.rows, language)
  desk.type("S")
  return desk
}

private func closedParts(_ desk: Desk) -> Int { desk.lines.count { $0.contains("▸") } }

@Suite struct `In Study` {
  @Test func `Space opens one part after another and each opening is in the log`() throws {
    var desk = try opened()
    #expect(closedParts(desk) == 5)
    for parts in 1...5 {
      desk.type(" ")
      #expect(desk.recorded.last == .read(SampleBank.scale, parts: parts, of: 5))
    }
    #expect(desk.recorded.count == 5)
    desk.type("  ")
    #expect(desk.recorded.count == 5, "what is open stays open and is not logged again")
    #expect(desk.text.contains("Follow-ups"))
    #expect(!desk.text.contains("▸"))
  }

  @Test func `before the short answer one is asked to think, and cannot grade`() throws {
    var desk = try opened()
    #expect(desk.text.contains("Think first"))
    #expect(!desk.text.contains("Did you know it?"))
    desk.type("1234")
    #expect(desk.recorded.isEmpty)
    desk.type(" ")
    #expect(!desk.text.contains("Think first"))
    #expect(desk.message.contains("Did you know it?"))
  }

  @Test func `the arrows move among questions, over the headings, and stop at the ends`() throws {
    var desk = try opened()
    let titles = [
      "Why scale", "Why is softmax", "What does a causal mask forbid?", "How much memory does a float32 mask",
    ]
    for title in titles {
      #expect(desk.message.contains(title))
      desk.press(.down)
    }
    #expect(desk.message.contains("How much memory"))
    desk.type("g")
    #expect(desk.message.contains("Why scale"))
    desk.press(.up)
    #expect(desk.message.contains("Why scale"))
  }

  @Test func `brackets go to the next and the previous question from the reader too`() throws {
    var desk = try opened()
    desk.press(.enter)
    desk.type("]")
    #expect(desk.text.contains("mid · derivation"))
    desk.type("]][")
    #expect(desk.text.contains("junior · concept"))
    #expect(desk.place == "Masks")
  }

  @Test func `each question keeps its open parts`() throws {
    var desk = try opened(size: Size(columns: 80, rows: 40))
    desk.type("  ]")
    #expect(closedParts(desk) == 2)
    desk.type("[")
    #expect(closedParts(desk) == 3)
  }

  @Test func `L switches the language and keeps question, open parts, pane and place`() throws {
    var desk = try opened()
    desk.type("  ")
    let bar = try #require(desk.lines.firstIndex { $0.contains("▌▸") })
    desk.type("L")
    #expect(desk.header.contains("学习 › 缩放点积"))
    #expect(desk.text.contains("为什么要除以 √d_k？"))
    #expect(closedParts(desk) == 3)
    #expect(desk.text.contains("▌▸ 代码"))
    desk.type("L")
    #expect(desk.lines.firstIndex { $0.contains("▌▸") } == bar)
    #expect(desk.recorded.count == 2)
  }

  @Test func `b marks a question and takes the mark away`() throws {
    var desk = try opened()
    desk.type("b")
    #expect(desk.recorded == [.bookmark(SampleBank.scale, true)])
    #expect(desk.text.contains("marked"))
    #expect(desk.message.contains("Marked."))
    desk.type("b")
    #expect(desk.recorded.last == .bookmark(SampleBank.scale, false))
    #expect(!desk.text.contains("marked"))
  }

  @Test func `n edits a note, which is saved and shown when it comes back`() throws {
    var desk = try opened()
    desk.type("n")
    guard case .edit("", about: SampleBank.scale)? = desk.outside.last else {
      Issue.record("no editor was asked for")
      return
    }
    desk.receive(.edited("variance adds up\n方差相加", about: SampleBank.scale))
    #expect(desk.recorded == [.note(SampleBank.scale, "variance adds up\n方差相加")])
    #expect(desk.text.contains("Your note"))
    #expect(desk.text.contains("方差相加"))
    #expect(desk.message.contains("Saved."))
    desk.type("n")
    guard case .edit("variance adds up\n方差相加", about: _)? = desk.outside.last else {
      Issue.record("the note is not what the editor opens")
      return
    }
    desk.receive(.edited("", about: SampleBank.scale))
    #expect(!desk.text.contains("Your note"), "an empty note is none")
  }

  @Test func `x opens the experiment of the question, and Esc comes back`() throws {
    var desk = try opened()
    desk.type(" x")
    #expect(desk.place == "Playground")
    #expect(desk.text.contains("dot"))
    desk.press(.escape)
    #expect(desk.place == "Scaled dot product")
    #expect(closedParts(desk) == 4)
    desk.type("]x")
    #expect(desk.place == "Scaled dot product", "this question has no experiment")
  }

  @Test func `o opens the file, y copies the command, w says why it is due`() throws {
    var desk = try opened()
    desk.type("o")
    guard case .open(let file, line: _)? = desk.outside.last else {
      Issue.record("no file was opened")
      return
    }
    #expect(file.path.hasSuffix("en/scores/scale.md"))
    desk.type("y")
    guard case .copy("heed study scores/scale")? = desk.outside.last else {
      Issue.record("nothing was copied")
      return
    }
    desk.type("   y")
    guard case .copy("scores = q @ k.T / d ** 0.5   # [n,m]\n")? = desk.outside.last else {
      Issue.record("the code in sight was not copied")
      return
    }
    #expect(desk.message == "  Copied: 1 line of code")
    desk.type("w")
    #expect(desk.message.contains("New: you have not answered it yet."))
    var later = try Desk.sample()
    later.type("Sw")
    #expect(later.message == "  Quiz item: seen 20 d ago, again after 6 min. “Which of these leave softmax…”")
    later.type("]w")
    #expect(later.message == "  Your grade: recall 97% after 2 d at stability 8.3 d, due at 90%.")
  }

  @Test func `R resumes what was read last with its parts open`() throws {
    var desk = try opened()
    desk.type("]  H")
    #expect(desk.place == "heed")
    desk.type("R")
    #expect(desk.place == "Scaled dot product")
    #expect(desk.text.contains("▾ In depth"))
  }

  @Test func `opens at its short answer after one was asked about it in a quiz`() throws {
    var desk = try Desk.quiz([SampleBank.choice])
    desk.type("1w")
    #expect(desk.place == "Scaled dot product")
    #expect(desk.text.contains("▾ Short answer") && desk.text.contains("▌▸ In depth"))
    #expect(desk.message.contains("Did you know it?"))
  }

  @Test func `z leaves the reader alone, and Tab brings the list back`() throws {
    var desk = try opened()
    desk.type("z")
    #expect(!desk.text.contains("│"))
    desk.press(.tab)
    #expect(desk.text.contains("│"))
  }

  @Test func `a question that is not translated is shown in the other language and says so`() throws {
    let bank = try SampleBank.make(without: ["zh/scores/shift.md"])
    var desk = try Desk(language: .zh, bank: bank)
    desk.type("S")
    desk.press(.down)
    #expect(desk.text.contains("Why is softmax shift-invariant?"))
    #expect(desk.text.contains("暂时只有 en 版。"))
  }

  @Test func `on a wide screen the notice stands right under the experiment's picture`() throws {
    for size in [Size(columns: 120, rows: 40), Size(columns: 160, rows: 50), Size(columns: 200, rows: 60)] {
      let desk = try opened(size: size)
      let notice = try #require(desk.lines.firstIndex { $0.contains("Rows are almost one-hot.") })
      // What stands in the list's column: the letters of styles show a picture that is all ground, too.
      let column = desk.styles.map { $0.dropFirst(32).prefix(16) }
      #expect(column[notice - 1].allSatisfy { $0 == " " })
      #expect(column[notice - 2].contains { $0 == "c" || $0 == "q" })
    }
  }
}
