import Testing

@testable import Tutor

@Suite struct `Figures in words` {
  @Test(arguments: [
    (0, "0.00"), (11.381, "11.38"), (-0.5, "−0.50"), (0.0004, "4e-4"), (-0.00996, "−0.01"), (99.996, "100.0"),
    (123.45, "123.5"), (1204.4, "1,204"), (12_345_678, "1e7"), (Double.infinity, "∞"), (-Double.infinity, "−∞"),
  ])
  func `values have few digits`(number: Double, text: String) { #expect(Figures.value(number) == text) }

  @Test(arguments: [(0, "0.000"), (0.1834, "0.183"), (1, "1.000"), (0.00003, "3e-5"), (-0.25, "−0.250")])
  func `weights have three decimals`(number: Double, text: String) { #expect(Figures.weight(number) == text) }

  @Test(arguments: [(0, "0 B"), (96, "96 B"), (32768, "32 KiB"), (1_572_864, "1.5 MiB"), (1 << 31, "2 GiB")])
  func `bytes go by 1,024`(number: Int, text: String) { #expect(Figures.bytes(number) == text) }

  @Test(arguments: [
    (0, "0 FLOP"), (96, "96 FLOP"), (16384, "16 kFLOP"), (540_672, "0.54 MFLOP"), (5_400_000_000, "5.4 GFLOP"),
  ])
  func `work goes by thousands`(number: Int, text: String) { #expect(Figures.work(number) == text) }

  @Test(arguments: [(0.00005, "0.05 ms"), (0.0000001, "0.01 ms"), (0.0123, "12 ms"), (2.5, "2.5 s")])
  func `times are never nothing`(seconds: Double, text: String) { #expect(Figures.time(seconds) == text) }

  @Test(arguments: [(0, "0"), (999, "999"), (1024, "1,024"), (-16384, "−16,384"), (1_000_000, "1,000,000")])
  func `thousands stand apart`(number: Int, text: String) { #expect(Figures.count(number) == text) }
}
