import Attention
import Foundation
import Testing

@Suite struct `The command bench` {
  /// Bytes: q and the output, k and v of half as many heads; and what a kernel adds.
  @Test(arguments: [
    ("flash", 4 * (2 * 2 * 50 * 16 + 2 * 70 * 16)),
    ("plain", 4 * (2 * 2 * 50 * 16 + 2 * 70 * 16 + 2 * 50 * 70)),
    ("pooled", 4 * (2 * 50 * 16 + 2 * 70 * 16 + 2 * 50 * 64)),
    ("decode", 4 * (2 * 2 * 16 + 2 * 70 * 16)),
  ])
  func `prints what it measured as JSON`(_ kernel: String, _ bytes: Int) throws {
    for set in InstructionSet.available {
      let program = try AttendProgram(
        "--shape 2,50,16 --keys 70 --kv-heads 1 --causal --mask window:9 --seconds 0 --threads 2 --json "
          + "--kernel \(kernel) --isa \(set.rawValue)", command: "bench")
      #expect(program.status == 0 && program.errors.isEmpty, "\(program.errors)")
      let json = try program.json()
      #expect(
        Set(json.keys) == [
          "seconds_median", "seconds_min", "runs", "gflops", "max_error", "peak_gflops", "isa", "bytes",
        ])
      let (median, least) = (json["seconds_median"] as? Double ?? 0, json["seconds_min"] as? Double ?? 0)
      #expect(0 < least && least <= median)
      #expect(json["runs"] as? Int ?? 0 >= 3)
      #expect(json["max_error"] as? Double ?? 1 <= 1e-5)
      #expect(json["isa"] as? String == set.rawValue)
      #expect(json["bytes"] as? Int == bytes)
      #expect(json["peak_gflops"] as? Double ?? 0 > 0)
      // Two operations a channel of each kept pair and product. The products of pooled weights are both of keys.
      let pairs = 50 * 9 * (kernel == "pooled" ? 1 : 2) / (kernel == "decode" ? 50 : 1)
      let flops = Double(pairs * 4 * 16)
      #expect(abs((json["gflops"] as? Double ?? 0) * median * 1e9 / flops - 1) < 1e-9)
    }
  }

  @Test func `prints a line with a bar for each shape`() throws {
    let program = try AttendProgram("--shape 4,256,64 --seconds 0", command: "bench")
    let lines = String(decoding: program.output, as: UTF8.self).split(separator: "\n")
    #expect(program.status == 0 && lines.count == 2)
    #expect(lines[0].hasPrefix("flash, 1 thread, \(InstructionSet.best.rawValue), peak "))
    #expect(lines[1].hasPrefix("4,256,64 ") && lines[1].contains(" ms ") && lines[1].contains("GFLOP/s"))
  }

  @Test(arguments: [
    ("--shape 1,2", 64, "shape 1,2: three numbers are needed, as 8,1024,64"),
    ("--shape 0,1,1", 64, "heads 0: must be 1 to 128"),
    ("--shape 1,99999,8", 64, "queries 99999: must be 1 to 16384"),
    ("--shape 3,4,5 --kv-heads 2", 64, "heads 3: not divisible by 2 kv heads. Nearest: 4"),
    ("--shape 1,4,5 --mask custom", 64, "mask custom: needs an input file with mask"),
    ("--shape 1,4,5 --threads 0", 64, "threads 0: 1 to 64 are allowed"),
    ("--shape 1,4,5 --seconds nan", 64, "seconds nan: 0 to 600 are allowed"),
  ])
  func `says what is wrong in one line, with its status`(_ words: String, _ status: Int32, _ line: String) throws {
    let program = try AttendProgram(words, command: "bench")
    #expect(program.status == status)
    #expect(program.errors == "heed bench: \(line)\n")
    #expect(program.output.isEmpty)
  }

  @Test func `refuses before it allocates what does not fit memory`() throws {
    let program = try AttendProgram("--shape 128,16384,1024 --kernel plain", command: "bench")
    #expect(program.status == 65 && program.output.isEmpty)
    #expect(program.errors.hasPrefix("heed bench: this run would hold 160 GiB, and "))
  }
}
