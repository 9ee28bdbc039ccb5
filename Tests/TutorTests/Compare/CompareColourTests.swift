import TerminalUI
import Testing

@testable import Tutor

@Suite struct `The colours of a comparison` {
  @Test func `one style a letter: amber only at the focus, blue and orange in the difference`() {
    let visit = PlaygroundVisit.comparing("scaled-or-not-64", look: Look())
    #expect(
      visit.styles(in: Rect(column: 0, row: 0, columns: 80, rows: 24)).joined(separator: "\n") == #"""
          qqqq f qqqqqqqqqq f SSSSSSS                     qq q qq   q qq   qqqq q   qq

          S  qqqqqq                 S  qqq                    S S S            qqqqqqq
          qqqqq         tttttttttt ASSSSS____________A_SSS_A  q qqqq qqqqqqq
          cc                        cc                        cc
          cccc                      cccc                      cccc
          cccccc                    cccccc                    cccccc
          cccccccc                  cccccccc                  cccccccc
          cccccccccc                cccccccccc                cccccccccc
          cccccccccccc              cccccccccccc              cccccccccccc
          cccccccccccccc            cccccccccccccc            cccccccccccccc
          cccccccccccccccc          cccccccccccccccc          cccccccccccccccc
          cccccccccccccccccc        cccccccccccccccccc        cccccccccccccccccc
          cccccccccccccccccccc      cccccccccccccccccccc      cccccccccccccccccccc
          cccccccccccccccccccccc    cccccccccccccccccccccc    cccccccccccccccccccccc
          cccccccccccccccccccccccc  cccccccccccccccccccccccc  cccccccccccccccccccccccc
          q cccccccccccccccc qqqqq  q cccccccccccccccc qqqqq  qqqqq cccccccccccc qqqqq

          qqqqqqqq qqqq       tttt                      tttt                     ccccc
          qqqqqqqqq qqqq       ttt                       ttt                      cccc
          q qq q q qq        ttttt                     ttttt                    cccccc

          tttttt  qqqqqqq q qq qqqqqq qqqqqqq qq qq qqq qq q qqq qqqq qqqqqqqq
          AA qqqqqq q   AAA qqqq   A qqqqq   A qqqqq q   A qqq       A qqqq   AAA qqqq
        """#)
  }

  @Test func `with the keyboard on the pictures the bar stands at the cell's row`() {
    var visit = PlaygroundVisit.comparing("scaled-or-not-64", look: Look())
    visit.press(.tab, .left)
    #expect(
      visit.styles(in: Rect(column: 0, row: 0, columns: 80, rows: 24)).joined(separator: "\n") == #"""
          qqqq f qqqqqqqqqq f SSSSSSS                     qq q qq   q qq   qqqq q   qq

          S  qqqqqq                 S  qqq                    S S S            qqqqqqq
          qqqqq         tttttttttt fqqqqq                ddd  q qqqq qqqqqqq
          cc                        cc                        cc
          cccc                      cccc                      cccc
          cccccc                    cccccc                    cccccc
          cccccccc                  cccccccc                  cccccccc
          cccccccccc                cccccccccc                cccccccccc
          cccccccccccc              cccccccccccc              cccccccccccc
          cccccccccccccc            cccccccccccccc            cccccccccccccc
          cccccccccccccccc          cccccccccccccccc          cccccccccccccccc
          cccccccccccccccccc        cccccccccccccccccc        cccccccccccccccccc
          cccccccccccccccccccc      cccccccccccccccccccc      cccccccccccccccccccc
          cccccccccccccccccccccc    cccccccccccccccccccccc    cccccccccccccccccccccc
         Acccccccccccccccccccccccc  cccccccccccccccccccccccc  cccccccccccccccccccccccc
          q cccccccccccccccc qqqqq  q cccccccccccccccc qqqqq  qqqqq cccccccccccc qqqqq

          qqqqqqqq qqqq       tttt                      tttt                     ccccc
          qqqqqqqqq qqqq       ttt                       ttt                      cccc
          q qq q q q         ttttt                      tttt                    cccccc

          t tt ttttt tt t tt tt tttt tttt  qqqqqq qqqqq qq qq qqqq qq q
          AA qqqq   AAA qqqq   A qqqqq   A qqqqq q   A qqq           A qqqq   AAA qqqq
        """#)
  }

  @Test func `the difference is the ground's grey where nothing changed, blue below and orange above`() throws {
    let canvas = PlaygroundVisit.comparing("scaled-or-not-64", look: Look()).canvas
    // q 0 sees one key: 1 in A and in B. q 1 to 5 of the first columns lose, the kept favourites gain.
    #expect(canvas[54, 4].style.ink == .colour(236))
    let colours = Set((54..<78).flatMap { column in (4..<16).map { canvas[column, $0].style.ink } })
    #expect(colours.isSuperset(of: [.colour(24), .colour(94), .colour(130), .colour(172)]))
    #expect(canvas[77, 4] == .blank, "a masked cell has no ink")
    let signs = [18, 19, 20].map { canvas[77, $0].style.ink }
    #expect(signs == [.colour(75), .colour(75), .colour(172)])
  }
}
