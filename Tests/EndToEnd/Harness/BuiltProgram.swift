import Foundation

/// Where the programs that were built together with these tests are.
enum BuiltProgram {
  /// The test bundle is a program in the same folder, whichever configuration or triple that is.
  static func path(_ name: String) throws -> String {
    let running = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    let given = CommandLine.arguments.filter { $0.contains(".xctest") }.map { URL(filePath: $0) }
    var tried: [String] = []
    for place in [running] + given + Bundle.allBundles.map(\.bundleURL) {
      let path = place.deletingLastPathComponent().appending(path: name).path
      if FileManager.default.isExecutableFile(atPath: path) { return path }
      tried.append(path)
    }
    throw Pty.Failure(description: "\(name) was not built; looked for it at \(tried.joined(separator: ", "))")
  }
}
