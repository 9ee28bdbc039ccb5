import Foundation
import GRDBSQLite
import Synchronization

/// SQLite's own way to the disk, but that a test may have any write, sync or cut below a folder fail. It stands in the
/// place of the usual one for the whole process, and passes on what nobody asked to fail.
final class FaultyDisk: Sendable {
  enum Fault: CaseIterable {
    /// The disk is full from that operation on.
    case full
    /// That operation fails, and those after it.
    case broken
    /// That operation fails once, as a cable may that slipped.
    case slipped
    /// The power goes: half of that operation reaches the disk, and nothing after it.
    case cut
  }

  private struct State {
    /// Operations so far.
    var count = 0
    /// The operation, from 0, that fails.
    var failing: (at: Int, fault: Fault)?
  }

  private let state = Mutex(State())

  /// - Parameter folder: the disk's files are those below it.
  init(_ folder: URL) {
    _ = Self.isInstalled
    Self.disks.withLock { $0.append((folder.path + "/", Weak(self))) }
  }

  /// From now on.
  func fail(at operation: Int, _ fault: Fault) {
    state.withLock { $0 = State(count: 0, failing: (operation, fault)) }
  }

  /// Lets everything through again.
  /// - Returns: whether an operation had failed.
  @discardableResult
  func heal() -> Bool {
    state.withLock { state in
      defer { state = State() }
      return state.failing.map { state.count > $0.at } ?? false
    }
  }

  /// What is to become of the next operation.
  private func next() -> Fault? {
    state.withLock { state in
      defer { state.count += 1 }
      guard let (place, fault) = state.failing, state.count >= place else { return nil }
      return fault == .slipped && state.count > place ? nil : fault
    }
  }

  /// Whether the operation that was just asked about is the first to fail.
  private var isFirst: Bool { state.withLock { state in state.failing.map { state.count == $0.at + 1 } ?? false } }

  // MARK: SQLite's side

  private struct Weak: Sendable {
    weak let disk: FaultyDisk?
    init(_ disk: FaultyDisk) { self.disk = disk }
  }

  private static let disks = Mutex<[(folder: String, disk: Weak)]>([])
  /// By the address of SQLite's file: the disk it is on.
  private static let files = Mutex<[UInt: FaultyDisk]>([:])
  /// By the address of a changed table of methods: the usual one. And the other way round.
  private static let tables = Mutex<(usual: [UInt: UInt], changed: [UInt: UInt])>(([:], [:]))

  private typealias File = UnsafeMutablePointer<sqlite3_file>
  private typealias Methods = UnsafePointer<sqlite3_io_methods>

  private static func key(_ pointer: some _Pointer) -> UInt { UInt(bitPattern: pointer) }

  private static func usual(_ file: File) -> sqlite3_io_methods {
    let changed = key(file.pointee.pMethods)
    let usual = tables.withLock { $0.usual[changed] ?? changed }
    return Methods(bitPattern: usual)!.pointee
  }

  private static func fault(_ file: File) -> (fault: Fault, isFirst: Bool)? {
    guard let disk = files.withLock({ $0[key(file)] }), let fault = disk.next() else { return nil }
    return (fault, disk.isFirst)
  }

  /// Whether something that takes no room gets through.
  private static func isThrough(_ file: File) -> Bool { fault(file).map { $0.fault == .full } ?? true }

  private static let isInstalled: Bool = {
    guard let real = sqlite3_vfs_find(nil) else { return false }
    let vfs = UnsafeMutablePointer<sqlite3_vfs>.allocate(capacity: 1)
    vfs.initialize(to: real.pointee)
    vfs.pointee.zName = UnsafePointer(strdup("faulty"))
    vfs.pointee.pNext = nil
    vfs.pointee.xOpen = { vfs, name, file, flags, out in
      guard let file, let real = sqlite3_vfs_find("unix") else { return SQLITE_CANTOPEN }
      let result = real.pointee.xOpen(real, name, file, flags, out)
      guard result == SQLITE_OK, let name, file.pointee.pMethods != nil else { return result }
      let path = String(cString: name)
      if let disk = FaultyDisk.disks.withLock({ $0.last { path.hasPrefix($0.folder) }?.disk.disk }) {
        FaultyDisk.files.withLock { $0[FaultyDisk.key(file)] = disk }
        FaultyDisk.changeMethods(of: file)
      }
      return result
    }
    return sqlite3_vfs_register(vfs, 1) == SQLITE_OK
  }()

  private static func changeMethods(of file: File) {
    guard let usual = file.pointee.pMethods else { return }
    let changed = tables.withLock { tables in
      if let known = tables.changed[key(usual)] { return known }
      let table = UnsafeMutablePointer<sqlite3_io_methods>.allocate(capacity: 1)
      table.initialize(to: usual.pointee)
      table.pointee.xWrite = { file, bytes, count, offset in
        guard let file else { return SQLITE_IOERR }
        let write = FaultyDisk.usual(file).xWrite!
        guard let (fault, isFirst) = FaultyDisk.fault(file) else { return write(file, bytes, count, offset) }
        if fault == .cut, isFirst { _ = write(file, bytes, count / 2, offset) }
        return fault == .full ? SQLITE_FULL : SQLITE_IOERR | (3 << 8)
      }
      table.pointee.xSync = { file, flags in
        guard let file else { return SQLITE_IOERR }
        return FaultyDisk.isThrough(file) ? FaultyDisk.usual(file).xSync!(file, flags) : SQLITE_IOERR | (4 << 8)
      }
      table.pointee.xTruncate = { file, size in
        guard let file else { return SQLITE_IOERR }
        return FaultyDisk.isThrough(file) ? FaultyDisk.usual(file).xTruncate!(file, size) : SQLITE_IOERR | (6 << 8)
      }
      table.pointee.xClose = { file in
        guard let file else { return SQLITE_IOERR }
        FaultyDisk.files.withLock { $0[FaultyDisk.key(file)] = nil }
        return FaultyDisk.usual(file).xClose!(file)
      }
      tables.changed[key(usual)] = key(table)
      tables.usual[key(table)] = key(usual)
      return key(table)
    }
    file.pointee.pMethods = Methods(bitPattern: changed)
  }
}
