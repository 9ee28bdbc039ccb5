import Attention
import TerminalUI
import Testing

@testable import Tutor

@Suite struct `The numbers of a run` {
  @Test func `are those of the run, each with how it is counted`() throws {
    var visit = PlaygroundVisit.causal()
    visit.type("N")
    let run = try Run(#require(visit.recipe))
    let statistics = WeightStatistics(run, head: 0)
    #expect(visit.row("entropy").contains("\(Figures.value(try #require(statistics.entropy))) nats"))
    #expect(visit.row("FLOPs").contains(Figures.work(run.flops)))
    let rank = EffectiveRank.of(run.weights.matrix(0), columns: 32)
    #expect(visit.row("effective rank").contains("\(Figures.tenth(rank)) of 32"))
    #expect(visit.message == "row sums  the least and the largest sum of a row of weights")
  }

  @Test func `are counted in full on w`() {
    var visit = PlaygroundVisit.causal()
    visit.type("Njjjjjw")
    #expect(visit.lines.contains { $0.contains("2 × (64 + 64) × 528 × 4 = 540,672") })
    visit.press(.escape)
    #expect(visit.message == "FLOPs  2 (D + E) for each kept pair of each head")
  }

  @Test func `follow the head`() {
    var visit = PlaygroundVisit.causal()
    visit.type("N")
    let before = visit.row("effective rank")
    visit.type("]")
    #expect(visit.lines[2].hasPrefix("  Weights of head 2 of 4"))
    #expect(visit.row("effective rank") != before)
    visit.type("[[")
    #expect(visit.lines[2].hasPrefix("  Weights of head 4 of 4"))
  }

  @Test func `leave the rank of a large matrix until it is asked for`() {
    var visit = PlaygroundVisit(["queries": "130", "dim": "4"])
    visit.type("Njjj")
    #expect(visit.row("effective rank").contains("Enter computes it"))
    visit.type("k")
    visit.press(.enter)
    #expect(visit.row("effective rank").contains(" of 130"))
    var larger = PlaygroundVisit(["queries": "513", "dim": "1"])
    larger.type("N")
    #expect(larger.row("effective rank").contains("too large"))
  }

  @Test func `open from the lines of the run`() {
    var visit = PlaygroundVisit.causal()
    visit.press(.tab, .tab)
    visit.type("Gw")
    #expect(visit.lines[0].contains("Playground › Numbers"))
  }

  @Test func `are those of work and memory where no weights are kept`() {
    var visit = PlaygroundVisit(["queries": "9", "kernel": "flash"])
    visit.type("N")
    #expect(visit.lines[2].hasPrefix("  Work") && visit.row("FLOPs").contains("kFLOP"))
    #expect(!visit.lines.contains { $0.contains("entropy") })
  }

  @Test func `say where there is no entropy`() {
    var visit = PlaygroundVisit(["queries": "4", "normalize": "none"])
    visit.type("N")
    #expect(visit.row("entropy").contains("—"))
  }

  @Test func `are told in full on a small screen too`() {
    var visit = PlaygroundVisit.causal(size: Size(columns: 40, rows: 12))
    visit.type("Njjw")
    #expect(!visit.lines.contains { $0.contains("2007") })
    visit.press(.down, .down, .down, .down, .down, .down, .down, .down, .down)
    #expect(visit.lines.contains { $0.contains("2007") })
    visit.press(.escape)
    #expect(visit.lines[0].contains("Numbers"))
  }

  @Test func `look like this`() {
    var visit = PlaygroundVisit.causal()
    visit.type("Njjj")
    #expect(
      visit.frame == #"""
          heed › Playground › Numbers                               32 × 32, d 64   EN

          Weights of head 1 of 4                     sparsity
          row sums                           1.000   the share of kept pairs with a
          entropy                        2.14 nats   weight below 0.001
          effective rank                17.2 of 32
         ▌sparsity                 <1% below 0.001   Masked pairs do not count: they
                                                     have no weight at all. Sparsemax,
          Work                                       entmax and top-k make exact
          pairs kept                  528 of 1,024   zeros.
          FLOPs                         0.54 MFLOP
          bytes moved                      128 KiB
          intensity                4.1 FLOP a byte
          time                             0.05 ms
          speed                         11 GFLOP/s

          Memory
          KV cache                          32 KiB
          scores                            16 KiB
          eager PyTorch                    160 KiB
          this run                         129 KiB

          sparsity  the share of kept pairs with a weight below 0.001
          w how it is counted   ↑↓ choose   [ ] head                 ? help   Esc back
        """#)
    var coloured = PlaygroundVisit.causal(look: Look())
    coloured.type("Njjj")
    #expect(
      coloured.styles(in: Rect(column: 0, row: 0, columns: 80, rows: 24)).joined(separator: "\n") == #"""
          qqqq f qqqqqqqqqq f SSSSSSS                               qq q qqq q qq   qq

          SSSSSSS SS SSSS S SS S                     SSSSSSSS
          qqq qqqq                           ttttt   ttt ttttt tt tttt ttttt tttt t
          qqqqqqq                        tttt tttt   tttttt ttttt ttttt
          qqqqqqqqq qqqq                tttt tt tt
         Aqqqqqqqq_________________ttt_ttttt_ttttt_  qqqqqq qqqqq qq qqq qqqqqq qqqq
                                                     qqqq qq qqqqqq qq qqqq qqqqqqqqqq
          SSSS                                       qqqqqq qqq qqqqq qqqq qqqqq
          qqqqq qqqq                  ttt tt ttttt   qqqqqq
          qqqqq                         tttt ttttt
          qqqqq qqqqq                      ttt ttt
          qqqqqqqqq                ttt tttt t tttt
          qqqq                             tttt tt
          qqqqq                         tt ttttttt

          SSSSSS
          qq qqqqq                          tt ttt
          qqqqqq                            tt ttt
          qqqqq qqqqqqq                    ttt ttt
          qqqq qqq                         ttt ttt

          tttttttt  qqq qqqqq qq qqqq qqqqq qqqq q qqqqqq qqqqq qqqqq
          A qqq qq qq qqqqqqq   AA qqqqqq   A A qqqq                 A qqqq   AAA qqqq
        """#)
    var wide = PlaygroundVisit.causal(size: Size(columns: 160, rows: 50), look: Look(colours: .none, ascii: true))
    wide.type("N")
    #expect(
      wide.lines[..<24].joined(separator: "\n") == #"""
          heed > Playground > Numbers                                                                                                               32 x 32, d 64   EN

          Weights of head 1 of 4
         >row sums                           1.000   the least and the largest sum of a row of weights
          entropy                        2.14 nats   -sum w ln w of a row, the mean over the head's rows
          effective rank                17.2 of 32   e^entropy of the singular values over their sum: directions in use
          sparsity                 <1% below 0.001   the share of kept pairs with a weight below 0.001

          Work
          pairs kept                  528 of 1,024   pairs of query and key that the masks keep, in a head
          FLOPs                         0.54 MFLOP   2 (D + E) for each kept pair of each head
          bytes moved                      128 KiB   q, k, v, scores, weights and output, each once, in fp32
          intensity                4.1 FLOP a byte   FLOPs over bytes: when it is low, memory sets the pace
          time                             0.05 ms   of this very run, drawing its inputs not counted
          speed                         11 GFLOP/s   FLOPs over time

          Memory
          KV cache                          32 KiB   4 bytes x G x M x (D + E), of one layer
          scores                            16 KiB   one matrix of H x N x M numbers in fp32
          eager PyTorch                    160 KiB   vectors for each query head, scores and weights at once
          this run                         129 KiB   all that heed held at its peak, inputs among it



        """#)
    var chinese = PlaygroundVisit.causal(language: .zh)
    chinese.type("Nj")
    #expect(
      chinese.frame == #"""
          heed › 演练场 › 数值                                    32 × 32, d 64   中文

          头 1/4 的权重                              熵
          行和                               1.000   一行的 −Σ w ln w，取该头各行的平
         ▌熵                             2.14 奈特   均
          有效秩                           17.2/32
          稀疏度                    <1% 小于 0.001   每个查询只看一个键时为 0，均看 32
                                                     个键时为 ln 32。取随机失活之前的
          计算量                                     权重并除以其和；有负权重时没有
          保留配对                       528/1,024   熵。
          浮点运算                      0.54 MFLOP
          搬运字节                         128 KiB
          算术强度                   4.1 FLOP/字节
          时间                             0.05 ms
          速度                          11 GFLOP/s

          内存
          KV 缓存                           32 KiB
          分数                              16 KiB
          PyTorch 逐步执行                 160 KiB
          本次运行                         129 KiB

          熵  一行的 −Σ w ln w，取该头各行的平均
          w 如何计算   ↑↓ 选择   [ ] 头                              ? 帮助   Esc 返回
        """#)
  }
}
