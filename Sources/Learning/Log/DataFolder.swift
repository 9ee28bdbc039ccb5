import Foundation

/// The folder that the log stands in.
enum DataFolder {
  /// Makes the folder and those above it, for its owner only, and makes sure that it and the file can be written.
  ///
  /// The system's own calls, as Foundation's say only that it did not work.
  static func prepare(_ folder: URL, file: URL) throws(StoreError) {
    try make(folder.standardizedFileURL.path)
    for path in [folder.path, file.path] where access(path, W_OK) != 0 && errno != ENOENT {
      throw .unwritable(path: path, reason: String(cString: strerror(errno)))
    }
  }

  private static func make(_ path: String) throws(StoreError) {
    guard mkdir(path, 0o700) != 0 else { return }
    let reason = errno
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) {
      guard !isFolder.boolValue else { return }
      throw .unwritable(path: path, reason: String(cString: strerror(ENOTDIR)))
    }
    let parent = (path as NSString).deletingLastPathComponent
    guard reason == ENOENT, !parent.isEmpty, parent != path else {
      throw .unwritable(path: path, reason: String(cString: strerror(reason)))
    }
    try make(parent)
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else {
      throw .unwritable(path: path, reason: String(cString: strerror(errno)))
    }
  }
}
