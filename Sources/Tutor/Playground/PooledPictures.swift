import Attention
import Synchronization
import TerminalUI

/// What was drawn of one run, kept: a large matrix takes longer to pool than a frame may last. It changes no picture.
final class PooledPictures: Sendable {
  struct Key: Hashable, Sendable {
    let stage: Stage
    let head: Int
    let window: HeatmapWindow
    let size: Size
    let magnifies: Bool
  }

  /// More are not kept; the oldest sizes and windows are not wanted again.
  private static let most = 300

  private let kept = Mutex<[Key: PooledMatrix]>([:])

  /// The picture of a key, made where it is not known yet.
  func picture(_ key: Key, _ make: () -> PooledMatrix) -> PooledMatrix {
    if let known = kept.withLock({ $0[key] }) { return known }
    let made = make()
    kept.withLock { kept in
      if kept.count >= Self.most { kept = [:] }
      kept[key] = made
    }
    return made
  }
}
