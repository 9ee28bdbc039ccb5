import CKernels

/// Vector instructions that the fast loops are compiled for. The best that the machine has is chosen when heed runs.
public enum InstructionSet: String, CaseIterable, Sendable {
  /// Vectors of 128 bits, which every machine has.
  case portable
  /// AVX2 with fused multiply-add.
  case avx2
  /// AVX-512.
  case avx512

  /// Those of this machine, the best one last.
  public static let available = allCases.filter { heed_has($0.code) }
  /// The best one of this machine.
  public static let best = available.last ?? .portable

  /// Floating-point operations in a second that threads reach with independent fused multiply-adds: no kernel can
  /// do more.
  public func peak(threads: Int, seconds: Double) -> Double {
    let rounds: UInt32 = 200_000
    var best = 0.0
    let start = ContinuousClock.now
    repeat {
      let time = ContinuousClock().measure {
        Crew.share(threads, threads: threads, scratch: 0) { _, _ in _ = heed_fma_peak(code, rounds) }
      }
      // Without work: how many operations a round counts.
      let operations = Double(heed_fma_peak(code, 1)) * Double(rounds) * Double(threads)
      best = max(best, operations / (time / .seconds(1)))
    } while start.duration(to: .now) < .seconds(seconds)
    return best
  }

  var code: HeedInstructions {
    switch self {
    case .portable: HeedPortable
    case .avx2: HeedAVX2
    case .avx512: HeedAVX512
    }
  }
}
