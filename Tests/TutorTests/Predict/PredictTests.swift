import Attention
import TerminalUI
import Testing

@testable import Tutor

extension PlaygroundVisit {
  fileprivate var predict: PredictScreen? { stack.screens.last as? PredictScreen }
  /// The number of the right answer, from 1.
  fileprivate var right: Int { (predict?.challenge?.right ?? 0) + 1 }
}

@Suite struct `Predict first` {
  @Test func `hides the picture and asks which of four a change makes`() throws {
    var visit = PlaygroundVisit.causal()
    visit.type("p")
    #expect(visit.lines[2] == "  Which picture of the weights does this change make?")
    let challenge = try #require(visit.predict?.challenge)
    #expect(challenge.options.count == 4 && challenge.kind == .picture)
    // Nothing tells which is which before the answer.
    for option in challenge.options {
      let caption = PredictWording(visit.stack.session).caption(option)
      #expect(!visit.lines[4...].contains { $0.contains(caption) }, "\(caption)")
    }
  }

  @Test func `shows pictures of live runs that differ`() throws {
    var visit = PlaygroundVisit.causal()
    visit.type("p")
    let challenge = try #require(visit.predict?.challenge)
    for (index, option) in challenge.options.enumerated() {
      #expect(try option.picture.run.weights == Run(option.neighbour.recipe).weights)
      for other in challenge.options[(index + 1)...] {
        #expect(Challenge.differ(option.picture, other.picture, head: 0, .picture))
      }
    }
  }

  @Test func `says which was right, and why`() {
    var visit = PlaygroundVisit.causal()
    visit.type("p\(PlaygroundVisit.answer(to: 0))")
    #expect(visit.message.hasPrefix("● Right."))
    #expect(visit.lines[0].contains("1 of 1 right"))
    visit.press(.enter)
    visit.type("\(visit.right % 4 + 1)")
    #expect(visit.message.hasPrefix("× It is \(visit.right)."))
    #expect(visit.lines[0].contains("1 of 2 right"))
    // An answer stands.
    visit.type("\(visit.right)")
    #expect(visit.lines[0].contains("1 of 2 right"))
  }

  @Test func `asks for a number in the third round`() throws {
    var visit = PlaygroundVisit.causal()
    visit.type("p1")
    visit.press(.enter)
    visit.type("1")
    visit.press(.enter)
    #expect(visit.lines[2] == "  What will the mean entropy of the rows be, in nats?")
    let challenge = try #require(visit.predict?.challenge)
    let shown = challenge.options.map { Figures.value($0.picture.run.meanEntropy ?? -1) }
    #expect(Set(shown).count == 4)
    for (index, number) in shown.enumerated() {
      #expect(visit.lines.contains { $0.contains("\(index + 1)    \(number)") })
    }
  }

  @Test func `asks the same under the same seed, and something else under another`() {
    func changes(_ seed: UInt64) -> [String] {
      Neighbour.around(Recipe(), seed: seed).map { "\($0.name) \($0.value)" }
    }
    #expect(changes(3) == changes(3) && changes(3) != changes(4))
    #expect(Set(changes(3)) == Set(changes(4)))
    #expect(changes(3).contains("mask causal") && changes(3).contains("axis queries"))
  }

  @Test func `opens a setting in the playground`() throws {
    var visit = PlaygroundVisit.causal()
    visit.type("p1")
    let asked = try #require(visit.predict?.challenge?.asked.neighbour.recipe)
    visit.type("x")
    #expect(visit.recipe == asked)
    #expect(visit.lines[0].hasPrefix("  heed › Playground "))
    visit.type("u")
    #expect(visit.recipe?["mask"] == "causal")
  }

  @Test func `moves with the arrows, and chooses with Enter`() {
    var visit = PlaygroundVisit.causal()
    visit.type("p")
    visit.press(.left)
    #expect(visit.predict?.selected == 0)
    visit.press(.right, .right, .right, .right)
    #expect(visit.predict?.selected == 3)
    visit.press(.enter)
    #expect(visit.predict?.answer == 3)
  }

  @Test func `says when it is too large, and when nothing looks different`() {
    var large = PlaygroundVisit(["queries": "1025", "keys": "1024", "dim": "1"])
    large.type("p")
    #expect(large.message.hasPrefix("Too large to guess at"))
    var small = PlaygroundVisit(["queries": "1"])
    small.type("p")
    #expect(small.message.hasPrefix("Nothing one change away looks different"))
    small.type("3")
    #expect(small.predict?.answer == nil)
  }

  @Test func `fits a small screen`() {
    var visit = PlaygroundVisit.causal(size: Size(columns: 40, rows: 12))
    visit.type("p")
    #expect(visit.lines[2] == "  Which picture will it be?")
    #expect(visit.lines[3] == "  bias none › alibi")
    visit.type("3")
    #expect(visit.message == "● Right.  alibi")
  }

  @Test func `looks like this`() {
    var visit = PlaygroundVisit.causal()
    visit.type("p")
    #expect(
      visit.frame == #"""
          heed › Playground › Predict                                               EN

          Which picture of the weights does this change make?
          32 × 32, d 64, mask causal   bias none › alibi

         ▌1                  2                  3                  4

          .=                 -@%@-              @@                 @@
          =-::               @@++@              @@@@               #*%+
          :.::+.             %-%+@+             =-@=@@             =====-
          :@.:=--+           -@:=@+##           .@.-@#@@           -=------
          :*:-:-:-%:         -%#=+=:*@-         .:::-=-@@@         ::---:::-:
          -+-===:#:=-.       -*++==:%-+=.       .....::@+@@+       ::::::::::::
          :@:---=:-:.-::     -@:==-+:=-.-::     ......:.=+=@#@     ::::::::::::::
          :::.*::-.%-==:=.   :::.*::-.%-==:=.   .........-:=@#@=   :::::::::::::::.







          Choose before you see it. There is no clock.
          1–4 choose   Enter choose   ←→ option                      ? help   Esc back
        """#)
    visit.type("1")
    #expect(
      visit.lines[4...].joined(separator: "\n") == #"""

          1  ×               2                 ▌3  ●               4

          .=                 -@%@-              @@                 @@
          =-::               @@++@              @@@@               #*%+
          :.::+.             %-%+@+             =-@=@@             =====-
          :@.:=--+           -@:=@+##           .@.-@#@@           -=------
          :*:-:-:-%:         -%#=+=:*@-         .:::-=-@@@         ::---:::-:
          -+-===:#:=-.       -*++==:%-+=.       .....::@+@@+       ::::::::::::
          :@:---=:-:.-::     -@:==-+:=-.-::     ......:.=+=@#@     ::::::::::::::
          :::.*::-.%-==:=.   :::.*::-.%-==:=.   .........-:=@#@=   :::::::::::::::.

          mask-after-soft…   prefix:10          alibi              cosine
          3 alibi: a penalty that grows with distance, its slope set by the head.
            Entropy 2.08.
          1 mask-after-softmax: hidden weights are set to 0 after softmax: rows no
            longer sum to 1

          × It is 3.  alibi
          Enter next   ←→ option   x open this setting               ? help   Esc back
        """#)
    var coloured = PlaygroundVisit.causal(look: Look())
    coloured.type("p1")
    #expect(
      coloured.styles(in: Rect(column: 0, row: 0, columns: 80, rows: 24)).joined(separator: "\n") == #"""
          qqqq f qqqqqqqqqq f SSSSSSS                                q qq q qqqqq   qq

          SSSSS SSSSSSS SS SSS SSSSSSS SSSS SSSS SSSSSS SSSSS
          qq q qqq q qqq qqqq qqqqqq   tttt tttt t ddddd

          A  B               A                 AA__g____________   A

          cc                 ccccc              cc                 cc
          cccc               ccccc              cccc               cccc
          cccccc             cccccc             cccccc             cccccc
          cccccccc           cccccccc           cccccccc           cccccccc
          cccccccccc         cccccccccc         cccccccccc         cccccccccc
          cccccccccccc       cccccccccccc       cccccccccccc       cccccccccccc
          cccccccccccccc     cccccccccccccc     cccccccccccccc     cccccccccccccc
          cccccccccccccccc   cccccccccccccccc   cccccccccccccccc   cccccccccccccccc

          qqqqqqqqqqqqqqqq   qqqqqqqqq          SSSSS              qqqqqq
          A tttttt q qqqqqqq qqqq qqqqq qqqq qqqqqqqqq qqq qqqqq qqq qq qqq qqqqq
            qqqqqqq qqqqq
          A ttttttttttttttttttt qqqqqq qqqqqqq qqq qqq qq q qqqqq qqqqqqqq qqqq qq
            qqqqqq qqq qq q

          B BB BB BB  ttttt
          AAAAA qqqq   AA qqqqqq   A qqqq qqqq qqqqqqq               A qqqq   AAA qqqq
        """#)
    var wide = PlaygroundVisit.causal(
      size: Size(columns: 160, rows: 50), language: .zh, look: Look(colours: .none, ascii: true))
    wide.type("p1")
    #expect(
      wide.lines[..<30].joined(separator: "\n") == #"""
          heed > 演练场 > 预测                                                                                                                         答对 0/1   中文

          改动之后，权重图会是哪一幅？
          32 x 32, d 64，mask causal   偏置 none > alibi

          1  x mask-after-softmax                2    prefix:10                        >3  o alibi                             4    cosine

          ..                                     :=@-=@@@+-                             @@                                     @@
          :.+:                                   =-@=@@*=:=                             ++@@                                   @@@@
          -*:.:-                                 #@*:+#+-@.                             =@*-@@                                 @@@%@%
          :-:=..::                               *@@@==*#=-                             -%@@=%@@                               *%%#*##*
          -:.:-..:#.                             @=++@=-=@:                             *:=+@+*+@-                             *+***+++*+
          ::....-.-*..                           #+:-:-#:@@#.                           :..:.:+:@@@:                           ++=+==+=+++=
          ...@...-+.:.+.                         :-:@::.*@:-.@:                         ...@:..=@:@=@=                         ===*=====-===-
          -::*..::-*==::#:                       =--%.:+-=@#+-:@-                       ...:..-.-@@%==@#                       -=-=--=-=+==--=-
          ::-.--.:-:...:..@.                     --=:@#.+%-:::-:-@:                     ....-:.-+:::--+%@=                     ----==-==-------=-
          ::-%..=.:--=:::=.::.                   =-=@-.*:-*=+--:%::=.                   ...:..:.:-=+=-+@=@@%                   --------------------
          :=-%..::+:=-:::-.:+-=:                 :+=@:.::*:*=-:-=.:#++:                 ........:.::::-=:-@@@@                 -----:----------:-----
          .:.==-:+.::+-:.@.-+:....               .::+#=-%:::*-::@:=#-..:.               .......:...-::.@:#@%-=#-               :::-----:::---:-:---::::
          -:@:-..+...:*:..=---......             -:@:-..+...:%-::+---.:....             ............-:..+=#*++-%*@             -:-::::-::::-:::---:::::::
          :--:::-:-+:=*::.::-.:.-=::-.           :==:::-:-*:=#:::::=::.-+-:-.           ..................-:-.#@@#@=           ::::::::::::::::::::::::::::
          :..:.-:.%:...::=..@.:+*::+:.*:         ::.:.-:.@:..:::+.:@.:+*::*:.*:         ...............:..=.:-+-+@@:@#         ::::::::::::::::::-:::::::::::
          :.:..:..*:-::.=:.:%::=:=-::-.-..       :.:..:..*:-::.=:.:%::=:+-::-.-..       ..................=.:-:+=++@=@+:       ::::::::::::::::::::::::::::::::

          3 alibi: 随距离增大的惩罚，每个头的斜率不同。熵 2.08。
          1 mask-after-softmax: softmax 之后才把被掩蔽的权重置 0：每行之和不再为 1。熵
            2.18。



        """#)
  }
}

extension PlaygroundVisit {
  /// The right answer of a round, from 1, found by playing it.
  fileprivate static func answer(to round: Int) -> Int {
    var visit = PlaygroundVisit.causal()
    visit.type("p")
    for _ in 0..<round {
      visit.type("1")
      visit.press(.enter)
    }
    return visit.right
  }
}
