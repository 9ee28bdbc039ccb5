import Foundation
import Learning
import Testing

/// A disk of its own wants a mount of its own, which not every machine lets one make.
private let mayMount: Bool = {
  guard let learner = try? Learner() else { return false }
  let script = "unshare -Urm sh -c 'mount -t tmpfs -o size=400k none /mnt' && echo yes || echo no"
  return (try? learner.shell(script).waitFor("yes", timeout: .seconds(5))) != nil
}()

@Test(.enabled(if: mayMount))
func `a disk that fills up in the middle of an answer is told, the answer stays, and is saved once there is room`()
  throws
{
  let learner = try Learner()
  try learner.write("", to: "disk/there")
  let disk = learner.home.appending(path: "disk").path
  let script = "mount -t tmpfs -o size=400k none \(disk) && exec $HEED quiz --data \(disk)"
  let heed = try learner.shell("exec unshare -Urm sh -c '\(script)'", size: (200, 24))
  try heed.press(.enter, until: "1 of 5")
  try heed.answerAndGoOn()
  // The disk as the program sees it.
  let inside = "/proc/\(heed.process)/root\(disk)"
  let fill = try learner.shell("cat /dev/zero > \(inside)/fill; ls \(inside)/heed.sqlite && echo filled")
  try fill.waitFor("filled")
  let item = try heed.waitForItem()
  try heed.give(rightly: true)
  let screen = try heed.waitFor("Not saved: the disk of")
  #expect(screen.message.contains("heed.sqlite is full: make room. Your answer is kept; trying again."))
  #expect(screen.contains(item.prompt))
  let clear = try learner.shell("rm \(inside)/fill && cp \(inside)/heed.sqlite* \(learner.home.path) && echo cleared")
  try clear.waitFor("cleared")
  #expect(try count(learner) == 1)
  try heed.waitFor("Saved now.")
  #expect(heed.screen.contains(item.prompt))
  let copy = try learner.shell("cp \(inside)/heed.sqlite* \(learner.home.path) && echo copied")
  try copy.waitFor("copied")
  #expect(try count(learner) == 2)
  try heed.quit()
}

/// The answers in the log that was copied out.
private func count(_ learner: Learner) throws -> Int {
  try ReviewStore(at: learner.home).entries().count { if case .review = $0.event { true } else { false } }
}
