import TerminalUI
import Testing

@testable import Tutor

/// The drawings' experiment written token by token, up to one of its tokens.
private func visit(
  token: Int = 12, size: Size = Size(columns: 80, rows: 24), language: Tutor.Language = .en,
  look: Look = Look(colours: .none)
) -> PlaygroundVisit {
  var visit = PlaygroundVisit.causal(size: size, language: language, look: look)
  visit.type("tv")
  for _ in 1..<token { visit.press(.character(" ")) }
  return visit
}

@Suite struct `Decoding on the screen` {
  @Test func `eighty columns hold the weights over the cache, its bytes and both outputs`() {
    #expect(
      visit().frame == #"""
          heed › Playground › Decoding                          row q 11   head 1   EN

          Token 12 of 32   one query asks; the keys and values before it were kept

          weights  ::--..::..::==..--%%::..········································
                                         ━━
                   in the cache          now  to come

                            keys     KV cache      heaviest   its weight   gap to full
          token 10            10       10 KiB           k 8        0.416          2e-7
          token 11            11       11 KiB           k 8        0.201          1e-7
         ▌token 12            12       12 KiB           k 9        0.346          6e-8
          token 13             ·            ·             ·            ·             ·
          all 32              32       32 KiB                                        0

          K ← [K ; k]   V ← [V ; v]               11 + 1                     = 12 keys
          4 B · kv heads · keys · (d + e)         4 × 2 × 12 × (64 + 64)      = 12 KiB
          o = softmax(s) V                        1 row of scores, not 12   64 numbers

          cached   ..+..-...+++.-.-.+-..+.-+--.+....-+.#+.----.++-.-.-.-=+...-+#+--
          full     ..+..-...+++.-.-.+-..+.-+--.+....-+.#+.----.++-.-.-.-=+...-+#+--

          k 11 and v 11 enter the cache; the others are read, not made again.
          Space next token   [ back   r again   ↑↓ token   w why     ? help   Esc back
        """#)
  }

  @Test func `in Chinese everything stands in the same cells`() {
    #expect(
      visit(language: .zh).frame == #"""
          heed › 演练场 › 逐词元解码                             行 q 11   头 1   中文

          第 12 个词元，共 32 个   只问一个查询；它之前的键和值都已缓存

          权重     ::--..::..::==..--%%::..········································
                                         ━━
                   缓存中                现在  未到

                            键数      KV 缓存      最重的键       其权重    与完整之差
          词元 10             10       10 KiB           k 8        0.416          2e-7
          词元 11             11       11 KiB           k 8        0.201          1e-7
         ▌词元 12             12       12 KiB           k 9        0.346          6e-8
          词元 13              ·            ·             ·            ·             ·
          全部 32             32       32 KiB                                        0

          K ← [K ; k]   V ← [V ; v]               11 + 1                     = 12 个键
          4 B · KV 头 · 键数 · (d + e)            4 × 2 × 12 × (64 + 64)      = 12 KiB
          o = softmax(s) V                        1 行分数，而非 12 行         64 个数

          缓存得   ..+..-...+++.-.-.+-..+.-+--.+....-+.#+.----.++-.-.-.-=+...-+#+--
          完整     ..+..-...+++.-.-.+-..+.-+--.+....-+.#+.----.++-.-.-.-=+...-+#+--

          k 11 和 v 11 进入缓存；其余只读取，不重新计算。
          Space 下一词元   [ 上一步   r 从头   ↑↓ 词元   w 为何      ? 帮助   Esc 返回
        """#)
  }

  @Test func `in ASCII glyphs carry the values`() {
    #expect(
      visit(look: Look(colours: .none, ascii: true)).frame == #"""
          heed > Playground > Decoding                          row q 11   head 1   EN

          Token 12 of 32   one query asks; the keys and values before it were kept

          weights  ::--..::..::==..--%%::..........................................
                                         ==
                   in the cache          now  to come

                            keys     KV cache      heaviest   its weight   gap to full
          token 10            10       10 KiB           k 8        0.416          2e-7
          token 11            11       11 KiB           k 8        0.201          1e-7
         >token 12            12       12 KiB           k 9        0.346          6e-8
          token 13             .            .             .            .             .
          all 32              32       32 KiB                                        0

          K <- [K ; k]   V <- [V ; v]             11 + 1                     = 12 keys
          4 B . kv heads . keys . (d + e)         4 x 2 x 12 x (64 + 64)      = 12 KiB
          o = softmax(s) V                        1 row of scores, not 12   64 numbers

          cached   ..+..-...+++.-.-.+-..+.-+--.+....-+.#+.----.++-.-.-.-=+...-+#+--
          full     ..+..-...+++.-.-.+-..+.-+--.+....-+.#+.----.++-.-.-.-=+...-+#+--

          k 11 and v 11 enter the cache; the others are read, not made again.
          Space next token   [ back   r again   ^v token   w why     ? help   Esc back
        """#)
  }

  @Test func `its colours are the playground's`() {
    #expect(
      visit(look: Look()).styles(in: Rect(column: 0, row: 0, columns: 80, rows: 24)).joined(separator: "\n") == #"""
          qqqq f qqqqqqqqqq f SSSSSSSS                          qqq q qq   qqqq q   qq

          SSSSS SS SS SS   qqq qqqqq qqqqq qqq qqqq qqq qqqqqq qqqqqq qq qqqq qqqq

          qqqqqqq  ccccccccccccccccccccccccffffffffffffffffffffffffffffffffffffffff
                                         AA
                   qq qqq qqqqq          AAA  qq qqqq

                            qqqq     qq qqqqq      qqqqqqqq   qqq qqqqqq   qqq qq qqqq
          ttttt tt            tt       tt ttt           t t        ttttt          tttt
          ttttt tt            tt       tt ttt           t t        ttttt          tttt
         ASSSSS_SS____________SS_______SS_SSS___________S_S________SSSSS__________SSSS_
          fffff ff             f            f             f            f             f
          qqq qq              qq       qq qqq                                        q

          d d dd d dd   d d dd d dd               qq q q                     S SS SSSS
          d d d dd ddddd d dddd d dd d dd         q q q q qq q qqq q qqq      S SS SSS
          d d dddddddddd d                        q qqq qq qqqqqqq qqq qq   SS SSSSSSS

          tttttt   cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc
          qqqq     cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc

          q qq qqq q qq qqqqq qqq qqqqqq qqq qqqqqq qqq qqqqq qqq qqqq qqqqqq
          AAAAA qqqq qqqqq   A qqqq   A qqqqq   AA qqqqq   A qqq     A qqqq   AAA qqqq
        """#)
  }

  @Test func `a large screen shows more tokens`() {
    #expect(
      visit(size: Size(columns: 160, rows: 50)).frame == #"""
          heed › Playground › Decoding                                                                                                          row q 11   head 1   EN

          Token 12 of 32   one query asks; the keys and values before it were kept

          weights  ::::----....::::....::::====....----%%%%::::....················································································
                                                               ━━━━
                   in the cache                                now  to come

                            keys     KV cache      heaviest   its weight   gap to full
          token 1              1        1 KiB           k 0        1.000             0
          token 2              2        2 KiB           k 1        0.774          1e-7
          token 3              3        3 KiB           k 2        0.726          1e-7
          token 4              4        4 KiB           k 2        0.593          2e-7
          token 5              5        5 KiB           k 4        0.467          2e-7
          token 6              6        6 KiB           k 1        0.421          5e-7
          token 7              7        7 KiB           k 1        0.298          1e-7
          token 8              8        8 KiB           k 3        0.334          1e-7
          token 9              9        9 KiB           k 0        0.271          1e-7
          token 10            10       10 KiB           k 8        0.416          2e-7
          token 11            11       11 KiB           k 8        0.201          1e-7
         ▌token 12            12       12 KiB           k 9        0.346          6e-8
          token 13             ·            ·             ·            ·             ·
          token 14             ·            ·             ·            ·             ·
          token 15             ·            ·             ·            ·             ·
          token 16             ·            ·             ·            ·             ·
          token 17             ·            ·             ·            ·             ·
          token 18             ·            ·             ·            ·             ·
          token 19             ·            ·             ·            ·             ·
          token 20             ·            ·             ·            ·             ·
          token 21             ·            ·             ·            ·             ·
          token 22             ·            ·             ·            ·             ·
          token 23             ·            ·             ·            ·             ·
          token 24             ·            ·             ·            ·             ·
          token 25             ·            ·             ·            ·             ·
          token 26             ·            ·             ·            ·             ·
          token 27             ·            ·             ·            ·             ·
          token 28             ·            ·             ·            ·             ·
          token 29             ·            ·             ·            ·             ·
          token 30             ·            ·             ·            ·             ·
          all 32              32       32 KiB                                        0

          K ← [K ; k]   V ← [V ; v]               11 + 1                     = 12 keys
          4 B · kv heads · keys · (d + e)         4 × 2 × 12 × (64 + 64)      = 12 KiB
          o = softmax(s) V                        1 row of scores, not 12   64 numbers

          cached   ....++....--......++++++..--..--..++--....++..--++----..++........--++..##++..--------..++++--..--..--..--==++......--++##++----
          full     ....++....--......++++++..--..--..++--....++..--++----..++........--++..##++..--------..++++--..--..--..--==++......--++##++----

          k 11 and v 11 enter the cache; the others are read, not made again.
          Space next token   [ back   r again   ↑↓ token   w why   v other steps                                                                     ? help   Esc back
        """#)
  }

  @Test func `after the last token the message names the largest difference of all`() {
    var visit = visit()
    visit.type("G")
    #expect(visit.message.hasPrefix("Every token equals the full causal pass; largest difference "))
    #expect(visit.row("token 32").contains("32 KiB"))
  }
}
