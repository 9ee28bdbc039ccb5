import Foundation
import Learning
import TerminalUI
import Testing

@testable import Tutor

@Suite struct `The palette` {
  @Test func `runs a command of the screen below`() throws {
    var desk = try Desk.firstDay()
    desk.type("S:mark")
    desk.press(.enter)
    #expect(desk.recorded == [.bookmark(SampleBank.scale, true)])
    #expect(!desk.text.contains("╭"))
  }

  @Test func `goes to a main place, a topic, a question`() throws {
    var desk = try Desk.firstDay()
    desk.type(":statis")
    desk.press(.enter)
    #expect(desk.place == "Statistics")
    desk.type(":masks")
    #expect(desk.lines.contains { $0.contains("▌ Masks") && $0.contains("topic  │") })
    desk.press(.enter)
    #expect(desk.place == "Masks")
    desk.type(":why scale")
    #expect(desk.lines.contains { $0.contains("▌ Why scale by √d_k?") && $0.contains("question  │") })
    desk.press(.enter)
    #expect(desk.text.contains("Think first"))
    #expect(desk.text.contains("Why scale by √d_k?"))
    desk.press(.escape)
    #expect(desk.place == "Masks", "Esc goes back to where it was called")
  }

  @Test func `puts the title that says little else first`() throws {
    var desk = try Desk.firstDay()
    desk.type(":sc")
    let short = try #require(desk.lines.firstIndex { $0.contains("score: dot") })
    let long = try #require(desk.lines.firstIndex { $0.contains("Scaled dot product and softmax") })
    #expect(short < long)
  }

  @Test func `sets a parameter of the playground`() throws {
    var desk = try Desk.firstDay(columns: 120, rows: 60)
    desk.type(":mask causal")
    #expect(desk.lines.contains { $0.contains("▌ mask: causal") && $0.contains("parameter  │") })
    desk.press(.enter)
    #expect(desk.place == "Playground")
    #expect(desk.lines.contains { $0.contains("mask") && $0.contains("causal") })
  }

  @Test func `opens a mechanism by its name, and undo takes it back as one change`() throws {
    var desk = try Desk.firstDay()
    desk.type(":sliding window")
    #expect(desk.lines.contains { $0.contains("▌ sliding window") && $0.contains("preset  │") })
    #expect(desk.message.hasPrefix("  a token sees the last six"))
    desk.press(.enter)
    #expect(desk.place == "Playground")
    #expect(desk.lines.contains { $0.contains("queries") && $0.contains("24") })
    desk.type("u")
    #expect(desk.lines.contains { $0.contains("queries") && $0.contains("32") })
  }

  @Test func `names a command once, with its key`() throws {
    for keys in ["", "S", "P", "Q", "T"] {
      var desk = try Desk.sample(columns: 100, rows: 70)
      desk.type(keys + ":")
      desk.type("中文")
      #expect(desk.lines.count { $0.contains("中文  ") && $0.contains("L") && $0.contains("│") } == 1, "\(keys)")
    }
  }

  @Test func `completes with Tab and edits like a field`() throws {
    var desk = try Desk.firstDay()
    desk.type(":scale by")
    desk.press(.tab)
    #expect(desk.text.contains(": Why scale by √d_k?"))
    desk.press(.control("w"), .backspace)
    #expect(desk.text.contains(": Why scale by "))
    desk.press(.control("u"))
    #expect(desk.lines[3].contains(#/ (\d+) of \1 /#), "all of them again")
  }

  @Test func `moves with the arrows and stops at the ends`() throws {
    var desk = try Desk.firstDay()
    desk.type("/")
    desk.press(.up)
    #expect(desk.message == "  scores/scale")
    for _ in 0..<9 { desk.press(.down) }
    #expect(desk.message == "  masks/size")
  }

  @Test func `a click chooses, a second one does it, the wheel moves`() throws {
    var desk = try Desk.firstDay()
    desk.type("/")
    try desk.click(on: "What does a causal mask forbid?")
    #expect(desk.message == "  masks/causal")
    desk.send(.wheel(nil, 1))
    #expect(desk.message == "  masks/size")
    try desk.click(on: "What does a causal mask forbid?")
    try desk.click(on: "What does a causal mask forbid?")
    #expect(desk.place == "Masks")
    #expect(desk.text.contains("Think first"))
  }

  @Test func `takes a paste as text, without its control characters`() throws {
    var desk = try Desk.firstDay()
    desk.type("/")
    desk.send(.paste("soft\n\u{1B}[31mmax"))
    #expect(desk.text.contains("/ soft [31mmax"))
  }
}

@Suite struct `The empty palette` {
  @Test func `lists the screens, the questions' search and the language before anything else`() throws {
    for keys in ["", "S", "P", "Q", "T"] {
      var desk = try Desk.sample(columns: 80, rows: 30)
      desk.type(keys + ":")
      let first = desk.lines[5..<13].map { $0.components(separatedBy: "│")[1].dropFirst(2).prefix(24) }
      let titles = first.map { $0.trimmingCharacters(in: .whitespaces) }
      let find = keys.isEmpty || keys == "S" ? "find" : keys == "P" ? "presets, parts" : "find a question"
      let wanted = ["Home", "Study", "Playground", "Quiz", "Statistics", "Resume", find, "Language: 中文"]
      #expect(titles == wanted, "\(keys)")
      #expect(!desk.text.contains("↑↓  │") && !desk.text.contains("Tab  │") && !desk.text.contains("PgDn  │"))
    }
  }

  @Test func `switches the language`() throws {
    var desk = try Desk.firstDay()
    desk.type(":language")
    #expect(desk.text.contains("▌ Language: 中文"))
    #expect(desk.footer.contains("Enter run"))
    desk.press(.enter)
    #expect(desk.text.contains("欢迎。"))
    desk.type(":english")
    #expect(desk.text.contains("▌ 语言：English"))
    desk.press(.enter)
    #expect(desk.text.contains("Welcome."))
  }

  @Test func `says in the footer what Enter does`() throws {
    var desk = try Desk.sample()
    for (typed, word) in [("statis", "open"), ("why scale", "open"), ("mask: causal", "set"), ("undo", "run")] {
      desk.type(":" + typed)
      #expect(desk.footer.contains("Enter \(word)"), "\(typed)")
      desk.press(.escape)
    }
  }
}

@Suite struct `What is not found` {
  @Test(arguments: [("/rpoe", nil), ("/sotfmax", "softmax"), ("/casual", "Causal"), (":playgruond", "Playground")])
  func `is told apart from what is, in the shipped bank`(typed: String, meant: String?) throws {
    let bank = try Desk.bank.get()
    var desk = try Desk(bank: bank, searchesText: true)
    desk.type(typed)
    #expect(desk.message.contains("matches “\(typed.dropFirst())”."))
    if let meant { #expect(desk.message.contains("Did you mean \(meant)?")) }
  }

  @Test func `is not found by the initials of its tags`() throws {
    var desk = try Desk.sample()
    desk.type("/svs")
    #expect(desk.message.hasPrefix("  No question matches “svs”."))
    desk.press(.escape)
    desk.type("wsb")
    #expect(desk.message == "  scores/scale", "those of its title find it: Why scale by")
  }

  @Test func `is mended with Tab`() throws {
    var desk = try Desk.sample(searchesText: true)
    desk.type("/sotfmax")
    desk.press(.tab)
    #expect(desk.text.contains("/ softmax"))
    #expect(desk.message == "  scores/shift")
  }
}

@Suite struct `Finding a question` {
  @Test func `narrows with each letter`() throws {
    var desk = try Desk.firstDay()
    desk.type("/")
    var counts: [String] = []
    for letter in "shift" {
      desk.type(String(letter))
      counts.append(String(desk.lines[3].split(separator: "of 4")[0].last { $0.isNumber } ?? "?"))
    }
    #expect(counts == ["4", "1", "1", "1", "1"])
    desk.press(.enter)
    #expect(desk.text.contains("derivation"))
  }

  @Test func `works in Chinese, and finds English words there`() throws {
    var desk = try Desk.firstDay(.zh)
    desk.type("/平移")
    #expect(desk.lines[3].contains("1/4"))
    desk.press(.enter)
    #expect(desk.text.contains("softmax 为何平移不变？"))
    desk.type("/softmax")
    #expect(desk.text.contains("▌ softmax 为何平移不变？"))
  }

  @Test func `finds by tag and by id`() throws {
    var desk = try Desk.firstDay()
    desk.type("/variance")
    #expect(desk.message == "  scores/scale")
    desk.press(.escape)
    desk.type("/masks/size")
    #expect(desk.message == "  masks/size")
  }

  @Test func `finds words of the answers, in both languages`() throws {
    var desk = try Desk.sample(searchesText: true)
    desk.type("/overflows")
    #expect(desk.message == "  scores/shift")
    desk = try Desk.sample(.zh, searchesText: true)
    desk.type("/溢出")
    #expect(desk.message == "  scores/shift")
  }

  @Test func `suggests a word where nothing is found, and Esc clears before it closes`() throws {
    var desk = try Desk.sample(searchesText: true)
    desk.type("/sotfmax")
    #expect(desk.message == "  No question matches “sotfmax”.  Did you mean softmax?  Esc clears")
    #expect(desk.footer.contains("Esc clear"))
    desk.press(.enter)
    #expect(desk.text.contains("/ sotfmax"), "nothing to open")
    desk.press(.escape)
    #expect(desk.lines[3].contains("4 of 4"))
    #expect(desk.footer.contains("Esc close"))
    desk.press(.escape)
    #expect(desk.place == "heed")
  }
}

@Suite struct `The help` {
  @Test func `finds a key by what it does`() throws {
    var desk = try Desk.sample()
    desk.type("S?/note")
    #expect(desk.text.contains("n        note"))
    #expect(!desk.text.contains("f        filter"))
    desk.press(.escape)
    #expect(desk.text.contains("f        filter"))
    desk.press(.escape)
    #expect(!desk.text.contains("╭"))
  }

  @Test func `lists no key that would be text, and opens with F1 in a field`() throws {
    var desk = try Desk.quiz([SampleBank.bytes])
    desk.type("?")
    #expect(desk.text.contains("▌?"))
    desk.press(.function(1))
    #expect(desk.text.contains("Keys in Quiz"))
    #expect(!desk.text.contains("b        mark"))
  }

  @Test func `scrolls where it is cut, and says so`() throws {
    var desk = try Desk.sample(columns: 40, rows: 12)
    desk.type("S?")
    #expect(desk.text.contains("▾"))
    for _ in 0..<60 { desk.press(.down) }
    #expect(!desk.text.contains("▾"))
    #expect(desk.text.contains("keeps slipping"))
  }
}
