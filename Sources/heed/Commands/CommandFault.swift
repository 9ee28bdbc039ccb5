import Attention
import Curses
import Learning

/// An error that ends a command with one line on standard error.
struct CommandFault: Error {
  let status: ExitStatus
  /// What is wrong, in the languages of the interface; what only another room can tell is the same in both.
  let message: Gloss

  init(_ status: ExitStatus, _ english: String, zh chinese: String? = nil) {
    (self.status, message) = (status, Gloss(en: english, zh: chinese ?? english))
  }
}

/// What the log and the terminal refuse, in the languages of the interface.
extension CommandFault {
  /// Nothing for an error of the argument parser, which has its own words.
  init?(_ error: any Error) {
    switch error {
    case let fault as CommandFault: self = fault
    case let error as StoreError: self.init(error.status, error.wording.en, zh: error.wording.zh)
    case let error as TerminalError: self.init(.unavailable, error.description, zh: error.chinese)
    default: return nil
    }
  }

  /// The program ends with answers that could not be written.
  init(unsaved error: StoreError) {
    self.init(
      .writing, "your last answers are not saved: \(error.wording.en)", zh: "最后的答案没有保存：\(error.wording.zh)")
  }
}

extension StoreError {
  var wording: Gloss { Gloss(en: description, zh: chinese) }

  /// The file or folder that it is about.
  var path: String {
    switch self {
    case .unwritable(let path, _), .newer(let path, _, _), .foreign(let path), .damaged(let path, _),
      .diskFull(let path), .busy(let path), .failed(let path, _):
      path
    }
  }

  fileprivate var status: ExitStatus {
    switch self {
    case .unwritable: .cannotCreate
    case .newer, .foreign, .damaged: .data
    case .diskFull, .busy, .failed: .writing
    }
  }

  private var chinese: String {
    switch self {
    case .unwritable(let path, let reason):
      "无法在 \(path) 保存答案：\(reason)。请改为可写，或用 --data DIR 另选文件夹"
    case .newer(let path, let version, let known):
      "\(path) 由更新版本的 heed 写成（格式 \(version)，本版本支持到 \(known)），未作改动。请升级 heed，或用 --data DIR 另选文件夹"
    case .foreign(let path): "\(path) 不是 heed 的记录，未作改动。请移走它，或用 --data DIR 另选文件夹"
    case .damaged(let path, let reason):
      "\(path) 已损坏：\(reason)。请用备份恢复，或用 --data DIR 另选文件夹"
    case .diskFull(let path): "\(path) 所在的磁盘已满，请腾出空间"
    case .busy(let path): "另一个程序正占用 \(path)，请等它结束"
    case .failed(let path, let reason): "无法使用 \(path)：\(reason)"
    }
  }
}

extension TerminalError {
  fileprivate nonisolated var chinese: String {
    switch self {
    case .notATerminal(.input): "标准输入不是终端；可用 heed show、list 或 attend"
    case .notATerminal(.output): "标准输出不是终端；可用 heed show、list 或 attend"
    case .noTerm: "没有设置 TERM，不知道终端的能力；可试 TERM=xterm-256color heed"
    case .unknownTerminal(let name): "这里不认识终端类型“\(name)”（TERM）；可试 TERM=xterm-256color heed"
    case .cannotMoveCursor(let name): "终端类型“\(name)”（TERM）不能移动光标；可用 heed show、list 或 attend"
    case .notOpened(let name): "终端类型“\(name)”（TERM）无法打开；可试 TERM=xterm-256color heed"
    }
  }
}
