import TerminalUI
import Testing

@testable import Tutor

/// The drawings' experiment as linear attention, up to one of its tokens.
private func visit(
  token: Int = 6, size: Size = Size(columns: 80, rows: 24), language: Tutor.Language = .en,
  look: Look = Look(colours: .none)
) -> PlaygroundVisit {
  var visit = PlaygroundVisit.causal(size: size, language: language, look: look)
  visit.type("tvv")
  for _ in 1..<token { visit.press(.character(" ")) }
  return visit
}

@Suite struct `Linear attention on the screen` {
  @Test func `eighty columns hold the state, what it gives and what the pairs give`() {
    #expect(
      visit().frame == #"""
          heed › Playground › Linear attention                   row q 5   head 1   EN

          Token 6 of 32   a state of 16 KiB a head, where a cache holds 3 KiB by now

          S  64 × 64             pooled 2×  z                  keys   φ(q)·z       gap
          -...++--.+.-.+.-+-.+-.-..---.-++  +    token 2          2    155.5         0
          -+..++--.++--+.-+-.+-.-.----.-#+  *    token 3          3    271.6         0
          ...+++--..+.-+--.-.+-.-.----.-#+  +    token 4          4    395.4         0
          ....++--...--+.-+-.+..-..---.-#+  +    token 5          5    420.6         0
          -+..++---...-+--.-.+....---...++  +   ▌token 6          6    423.9         0
          -....+--.....+.-+-++--...---.-++  =    token 7          ·        ·         ·
          .+..++---...-+--.-......---...++  =    token 8          ·        ·         ·
          ...-.+--.....+.-.-.+-...-.--.-++  =    token 9          ·        ·         ·
          .+...+--....-+.-.-.+.....-.-..+.  =    all             32                  0
          ...++---..+..+-..-.+..-..--...++  =
          -+...+---+.--+.-.-.+.....--+--++  +    S ← S + φ(k) vᵀ               64 × 64
          -....+--....-+.-.-.+..-..--...++  =    z ← z + φ(k)                       64
          -..++---..+..+--+-.+-.-..--...++  =    o = φ(q) S ÷ φ(q)·z        64 numbers
          -....+--.....+.-.-.+...-.---..++  =
          -....+--.....+.-.-.+-....--...++  =    state    ...+--...+--+--..--.+.
          ....++.-.....+.-.-.......-....++  =    pairs    ...+--...+--+--..--.+.

          q 5 reads S and z, and no key again; largest difference from the pairs 0.
          Space next token   [ back   r again   ↑↓ token   w why     ? help   Esc back
        """#)
  }

  @Test func `in Chinese everything stands in the same cells`() {
    #expect(
      visit(language: .zh).frame == #"""
          heed › 演练场 › 线性注意力                              行 q 5   头 1   中文

          第 6 个词元，共 32 个   每个头的状态为 16 KiB，缓存此时则需 3 KiB

          S  64 × 64               合并 2×  z                  键数   φ(q)·z        差
          -...++--.+.-.+.-+-.+-.-..---.-++  +    词元 2           2    155.5         0
          -+..++--.++--+.-+-.+-.-.----.-#+  *    词元 3           3    271.6         0
          ...+++--..+.-+--.-.+-.-.----.-#+  +    词元 4           4    395.4         0
          ....++--...--+.-+-.+..-..---.-#+  +    词元 5           5    420.6         0
          -+..++---...-+--.-.+....---...++  +   ▌词元 6           6    423.9         0
          -....+--.....+.-+-++--...---.-++  =    词元 7           ·        ·         ·
          .+..++---...-+--.-......---...++  =    词元 8           ·        ·         ·
          ...-.+--.....+.-.-.+-...-.--.-++  =    词元 9           ·        ·         ·
          .+...+--....-+.-.-.+.....-.-..+.  =    全部            32                  0
          ...++---..+..+-..-.+..-..--...++  =
          -+...+---+.--+.-.-.+.....--+--++  +    S ← S + φ(k) vᵀ               64 × 64
          -....+--....-+.-.-.+..-..--...++  =    z ← z + φ(k)                       64
          -..++---..+..+--+-.+-.-..--...++  =    o = φ(q) S ÷ φ(q)·z           64 个数
          -....+--.....+.-.-.+...-.---..++  =
          -....+--.....+.-.-.+-....--...++  =    状态     ...+--...+--+--..--.+.
          ....++.-.....+.-.-.......-....++  =    逐对     ...+--...+--+--..--.+.

          q 5 只读 S 和 z，不再读任何键；与逐对计算的最大差 0。
          Space 下一词元   [ 上一步   r 从头   ↑↓ 词元   w 为何      ? 帮助   Esc 返回
        """#)
  }

  @Test func `in ASCII glyphs carry the values`() {
    #expect(
      visit(look: Look(colours: .none, ascii: true)).frame == #"""
          heed > Playground > Linear attention                   row q 5   head 1   EN

          Token 6 of 32   a state of 16 KiB a head, where a cache holds 3 KiB by now

          S  64 x 64             pooled 2x  z                  keys phi(q).z       gap
          -...++--.+.-.+.-+-.+-.-..---.-++  +    token 2          2    155.5         0
          -+..++--.++--+.-+-.+-.-.----.-#+  *    token 3          3    271.6         0
          ...+++--..+.-+--.-.+-.-.----.-#+  +    token 4          4    395.4         0
          ....++--...--+.-+-.+..-..---.-#+  +    token 5          5    420.6         0
          -+..++---...-+--.-.+....---...++  +   >token 6          6    423.9         0
          -....+--.....+.-+-++--...---.-++  =    token 7          .        .         .
          .+..++---...-+--.-......---...++  =    token 8          .        .         .
          ...-.+--.....+.-.-.+-...-.--.-++  =    token 9          .        .         .
          .+...+--....-+.-.-.+.....-.-..+.  =    all             32                  0
          ...++---..+..+-..-.+..-..--...++  =
          -+...+---+.--+.-.-.+.....--+--++  +    S <- S + phi(k) v^T           64 x 64
          -....+--....-+.-.-.+..-..--...++  =    z <- z + phi(k)                    64
          -..++---..+..+--+-.+-.-..--...++  =    o = phi(q) S / phi(q).z    64 numbers
          -....+--.....+.-.-.+...-.---..++  =
          -....+--.....+.-.-.+-....--...++  =    state    ...+--...+--+--..--.+.
          ....++.-.....+.-.-.......-....++  =    pairs    ...+--...+--+--..--.+.

          q 5 reads S and z, and no key again; largest difference from the pairs 0.
          Space next token   [ back   r again   ^v token   w why     ? help   Esc back
        """#)
  }

  @Test func `its colours are the playground's`() {
    #expect(
      visit(look: Look()).styles(in: Rect(column: 0, row: 0, columns: 80, rows: 24)).joined(separator: "\n") == #"""
          qqqq f qqqqqqqqqq f SSSSSS SSSSSSSSS                   qqq q q   qqqq q   qq

          SSSSS S SS SS   q qqqqq qq qq qqq q qqqqq qqqqq q qqqqq qqqqq q qqq qq qqq

          S  SS S SS             qqqqqq qq  S                  qqqq   qqqqqq       qqq
          cccccccccccccccccccccccccccccccc  c    ttttt t          t    ttttt         t
          cccccccccccccccccccccccccccccccc  c    ttttt t          t    ttttt         t
          cccccccccccccccccccccccccccccccc  c    ttttt t          t    ttttt         t
          cccccccccccccccccccccccccccccccc  c    ttttt t          t    ttttt         t
          cccccccccccccccccccccccccccccccc  c   ASSSSS_S__________S____SSSSS_________S_
          cccccccccccccccccccccccccccccccc  c    fffff f          f        f         f
          cccccccccccccccccccccccccccccccc  c    fffff f          f        f         f
          cccccccccccccccccccccccccccccccc  c    fffff f          f        f         f
          cccccccccccccccccccccccccccccccc  c    qqq             qq                  q
          cccccccccccccccccccccccccccccccc  c
          cccccccccccccccccccccccccccccccc  c    d d d d dddd dd               SS S SS
          cccccccccccccccccccccccccccccccc  c    d d d d dddd                       SS
          cccccccccccccccccccccccccccccccc  c    d d dddd d d dddddd        SS SSSSSSS
          cccccccccccccccccccccccccccccccc  c
          cccccccccccccccccccccccccccccccc  c    ttttt    cccccccccccccccccccccc
          cccccccccccccccccccccccccccccccc  c    qqqqq    cccccccccccccccccccccc

          q q qqqqq q qqq qq qqq qq qqq qqqqqq qqqqqqq qqqqqqqqqq qqqq qqq qqqqq qq
          AAAAA qqqq qqqqq   A qqqq   A qqqqq   AA qqqqq   A qqq     A qqqq   AAA qqqq
        """#)
  }

  @Test func `a large screen shows the state number by number`() {
    #expect(
      visit(size: Size(columns: 160, rows: 50)).frame == #"""
          heed › Playground › Linear attention                                                                                                   row q 5   head 1   EN

          Token 6 of 32   a state of 16 KiB a head, where a cache holds 3 KiB by now

          S  64 × 64                                                        z                                     keys                φ(q)·z                    gap
          ..........-+...-...........+..--...-..+.....-......--..-.....++.  +          token 1                       1                 63.45                      0
          -........+-+-..-...+...-...+..--.+.-..+.-...-......-.-.-..-..++.  +          token 2                       2                 155.5                      0
          ..+.....++-+-..-.....+.-...+..-....-..+-....-....-.--..-...--#+.  +          token 3                       3                 271.6                      0
          -........+-+--.-...+...-.-.+..--.+.-..+--...-.....----+-..-..++.  *          token 4                       4                 395.4                      0
          ......+..+..-..-.....+..-..+-.....--........-......-.-.......++.  =          token 5                       5                 420.6                      0
          ......+..+-+-..-.....+.....+..-....-..+--...-....-.-.-.-..-..#+.  +         ▌token 6                       6                 423.9                      0
          ..........-+--.-.......-.-.+..-....-..+...........-.--.......++.  =          token 7                       ·                     ·                      ·
          .........+-+-..-.......-...+..-..+.-..+.....-......-.-.-..-..#+.  +          token 8                       ·                     ·                      ·
          -........+-+-..-...........+-.--...-..+..........-...-.......++.  =          token 9                       ·                     ·                      ·
          ...+.....+-+--.--.......--.+-.-....-..............--.........++.  +          token 10                      ·                     ·                      ·
          ..........-+-..-...........+..-..+.-..+..............-.-..-..++.  =          token 11                      ·                     ·                      ·
          -.........-+-..-..........++..--...-.++.-..-.......-.-.-.....++.  =          token 12                      ·                     ·                      ·
          ...+.....+.+--.--.......--++-.-....-.............--.-.......+++.  =          token 13                      ·                     ·                      ·
          .........+-+.-.-.........-++-.-....-.............--.........+++.  =          token 14                      ·                     ·                      ·
          .......-..-+...-...........+..-....-..+..........-...-.-..-..++.  =          token 15                      ·                     ·                      ·
          ..........-+-..-...........+..-....-..+--........-...-.......++.  =          token 16                      ·                     ·                      ·
          ..........-+.-.-..........++..-....-..+...........-....-.....+..  -          token 17                      ·                     ·                      ·
          ...+.......+.-.-.........-.+..-...................-..........+..  =          token 18                      ·                     ·                      ·
          ......+..+-.-..-.....+.....+-......-..+.....-......-.-.......++.  =          token 19                      ·                     ·                      ·
          ...........+...-...........+.......-.........................++.  -          token 20                      ·                     ·                      ·
          -+.+......-+--.--..+...-.-.+..--...-..+-..........---.+--.-..++.  +          token 21                      ·                     ·                      ·
          ..........-+-..-.......-...+..-.......+................-.....++.  =          token 22                      ·                     ·                      ·
          .............-...........-........................-.-.........+.  -          token 23                      ·                     ·                      ·
          -.........-+-..-...........+..--...-..+.....-......--........++.  =          token 24                      ·                     ·                      ·
          ......+..+-+-..-.....+.....+-.--.+.-..+.-...-......-.-.......++.  =          token 25                      ·                     ·                      ·
          -..........+...-..........++-.--...-..+.....-......--........++.  =          token 26                      ·                     ·                      ·
          ..........-+-..-...........+..--...-..+-......-.....--+-.....++.  =          token 27                      ·                     ·                      ·
          -.........-+-..-...........+..--......+............---.......++.  =          token 28                      ·                     ·                      ·
          ...........+-..-...............-...-..+-...........-.........++.  =          token 29                      ·                     ·                      ·
          -.........-+-..-...........+...-...-..+.-............-.......++.  =          token 30                      ·                     ·                      ·
          ...........+...-...........+..-....-.........................++.  =          token 31                      ·                     ·                      ·
          .........+.+...-...........+.......-...............-.........++.  -          token 32                      ·                     ·                      ·
                                                                                       all                          32                                            0

                                                                                       S ← S + φ(k) vᵀ                                                      64 × 64
                                                                                       z ← z + φ(k)                                                              64
                                                                                       o = φ(q) S ÷ φ(q)·z                                               64 numbers

                                                                                       state    ..........-+-..-...........+..-....-..+-....-......-.-.-.....++.
                                                                                       pairs    ..........-+-..-...........+..-....-..+-....-......-.-.-.....++.



          q 5 reads S and z, and no key again; largest difference from the pairs 0.
          Space next token   [ back   r again   ↑↓ token   w why   v other steps                                                                     ? help   Esc back
        """#)
  }

  @Test func `forty columns keep the state`() {
    #expect(
      visit(size: Size(columns: 40, rows: 12)).frame == #"""
          Linear attention    row q 5   head 1

          Token 6 of 32
          S  64 × 64   z              keys gap
          -+--+-+---#  *      token 5    5   0
          ++--+-+---#  +     ▌token 6    6   0
          ++-.+-+.--+  =      token 7    ·   ·
          -+-++-+---+  +      all       32   0
          -+-++-+---+  =      state    .++---+
          .+-.+-..-.+  =      pairs    .++---+
          As from the pairs; largest gap 0
          Space next token   [ back     ?  Esc
        """#)
  }

  @Test func `without a mask a step is a key, and one query comes closer`() {
    var visit = PlaygroundVisit(["queries": "6", "kernel": "linear", "seed": "2"])
    visit.type("t")
    #expect(visit.lines[2].contains("Key 1 of 6"))
    #expect(visit.message.hasPrefix("q 4 reads what the state holds so far: "))
    visit.press(.down)
    #expect(visit.message.hasPrefix("q 5 reads"))
    visit.type("G")
    #expect(visit.message.hasPrefix("All keys are in: the state gives what the pairs give; largest difference "))
  }
}
