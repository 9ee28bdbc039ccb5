import Testing

@testable import Workbook

@Test(
  arguments: [
    ("1 GiB", 1_073_741_824, "1,073,741,824 bytes"), ("1GiB", 1_073_741_824, "1,073,741,824 bytes"),
    ("1.07 GB", 1_070_000_000, "1,070,000,000 bytes"), ("1073741824", 1_073_741_824, "1,073,741,824"),
    ("1,073,741,824", 1_073_741_824, "1,073,741,824"), ("1 073 741 824", 1_073_741_824, "1,073,741,824"),
    ("2^30", 1_073_741_824, "1,073,741,824"), ("2**30", 1_073_741_824, "1,073,741,824"),
    ("2³⁰", 1_073_741_824, "1,073,741,824"), ("10⁻²", 0.01, "0.01"), ("1.07e9", 1.07e9, "1,070,000,000"),
    ("1E3", 1000, "1,000"),
    ("1/8", 0.125, "0.125"), ("1/3", 1.0 / 3, "0.333333"), ("50%", 0.5, "0.5"), ("１２８", 128, "128"),
    ("２＾１０", 1024, "1,024"),
    ("−５", -5, "-5"), ("1，024", 1024, "1,024"), ("５０％", 0.5, "0.5"), ("3 × 10^9", 3e9, "3,000,000,000"),
    ("2*32*128", 8192, "8,192"),
    ("(1+2)*4", 12, "12"), ("+5", 5, "5"), ("5 ms", 0.005, "0.005 s"), ("3 µs", 3e-6, "3e-6 s"),
    ("2 min", 120, "120 s"),
    ("16 KiB", 16384, "16,384 bytes"), ("16 kb", 16000, "16,000 bytes"), ("8 bits", 1, "1 bytes"),
    ("312 TFLOP", 312e12, "312,000,000,000,000 FLOP"), ("2 TB/s", 2e12, "2,000,000,000,000 bytes/s"),
    ("4 GFLOPs", 4e9, "4,000,000,000 FLOP"),
    ("1.3 亿", 1.3e8, "130,000,000"), ("3 million", 3e6, "3,000,000"), ("124M", 124e6, "124,000,000"),
    ("6 字节", 6, "6 字节"),
    ("2^60", 0x1p60, "1.15292e18"), ("0", 0, "0"), ("1e-7", 1e-7, "1e-7"),
  ] as [(String, Double, String)])
func `what is typed is understood and echoed`(typed: String, value: Double, echo: String) throws {
  let quantity = try #require(Quantity(parsing: typed))
  #expect((quantity.value - value).magnitude <= 1e-12 * value.magnitude)
  #expect(quantity.echo == echo)
}

@Test(
  arguments: [
    "", " ", "GiB", "one", "1,0", "1,0000", "12,34", "1.2.3", "1 2", "1,2,3", "1/0", "2^", "e9", "1e999", "3 apples",
    "1 GiB 2",
    "--", "(1", "1)", "50%%", "sqrt(4)", "\u{1B}[1m", ",", "1,", ".",
  ])
func `what is not a number yet is none`(typed: String) {
  #expect(Quantity(parsing: typed) == nil)
}

@Test func `a bare number is in the unit that is asked for`() throws {
  #expect(try #require(Quantity(parsing: "2", expecting: Unit("GiB"))).echo == "2,147,483,648 bytes")
  #expect(try #require(Quantity(parsing: "50", expecting: Unit("%"))).value == 0.5)
  #expect(try #require(Quantity(parsing: "50", expecting: Unit("%"))).echo == "50%")
  #expect(try #require(Quantity(parsing: "7", expecting: Unit("字节"))).echo == "7 字节")
}

@Test func `a lone multiplier means what is asked for`() throws {
  #expect(Quantity(parsing: "7B", expecting: Unit("parameters"))?.echo == "7,000,000,000 parameters")
  #expect(Quantity(parsing: "7B", expecting: Unit("bytes"))?.echo == "7 bytes")
  #expect(Quantity(parsing: "7G", expecting: Unit("bytes"))?.echo == "7,000,000,000 bytes")
  #expect(Quantity(parsing: "7 m", expecting: Unit("s")) == nil)
}

@Test func `any noun is a unit, in the singular and the plural`() {
  #expect(Quantity(parsing: "4 heads", expecting: Unit("heads"))?.echo == "4 heads")
  #expect(Quantity(parsing: "1 head", expecting: Unit("heads"))?.value == 1)
  #expect(Quantity(parsing: "2 M tokens", expecting: Unit("tokens"))?.value == 2e6)
  #expect(Quantity(parsing: "90 tokens/s", expecting: Unit("tokens/s"))?.echo == "90 tokens/s")
  #expect(Quantity(parsing: "90 tokens", expecting: Unit("tokens/s")) == nil)
  #expect(Quantity(parsing: "4 layers", expecting: Unit("heads")) == nil)
}

@Test func `FLOPS is a rate where one is asked for`() {
  #expect(Quantity(parsing: "312 TFLOPS", expecting: Unit("FLOP/s"))?.value == 312e12)
  #expect(Quantity(parsing: "312 TFLOPS", expecting: Unit("FLOP"))?.value == 312e12)
  #expect(Quantity(parsing: "312 TFLOP/s", expecting: Unit("FLOP")) == nil)
}
