import Foundation
import Tutor

extension SavedFile {
  /// Writes the file, and says what came of it.
  func written(_ session: Session) -> Outcome {
    let path = (path as NSString).expandingTildeInPath
    if !replaces, FileManager.default.fileExists(atPath: path) { return .exists(path: self.path) }
    do {
      try OutputFile(path: path, replaces: replaces).write { file in
        try content { try file.write($0, named: self.path) }
      }
      return .saved(path: URL(filePath: path).standardizedFileURL.path)
    } catch {
      return .failed((error as? CommandFault).map { session.say($0.message) } ?? error.localizedDescription)
    }
  }
}
