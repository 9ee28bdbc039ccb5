import ArgumentParser
import Attention
import Foundation
import Learning
import Tutor
import Workbook

/// `heed doctor [--rebuild]`
struct Doctor: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Look through the log: what was found, what was repaired.",
    discussion: """
      A damaged log is replaced by what can be read of it and of its backups; the damaged file stays beside it.
      """)

  @OptionGroup var options: ScreenOptions

  @ArgumentParser.Flag(help: "Make schedules, scores and statistics anew from the log.")
  var rebuild = false

  func run() throws {
    let launch = Launch(options: options)
    let configuration = try options.configuration(launch.places)
    let language = try options.common.language(launch.places, configuration)
    func say(_ english: String, _ chinese: String) { print(Gloss(en: english, zh: chinese).text(in: language)) }
    let folder = launch.places.data(options.common.data)
    let file = folder.appending(path: ReviewStore.fileName).path
    guard FileManager.default.fileExists(atPath: file) else {
      return say("\(file): no log yet", "\(file)：还没有记录")
    }
    let checkup = try ReviewStore.checkUp(at: folder, now: Date())
    say(
      "\(file): \(checkup.entries) entries, \(checkup.reviews) of them answers",
      "\(file)：\(checkup.entries) 条，其中答题 \(checkup.reviews) 次")
    for finding in checkup.findings { print(finding.wording.text(in: language)) }
    let store = try launch.openStore()
    try tellBackups(of: store, say)
    if rebuild {
      let rebuilt = try store.rebuild(configuration.scheduler(.current), cache: launch.places.folds)
      tell(rebuilt, say)
    }
    if checkup.isDamaged { throw ExitCode(ExitStatus.failed.rawValue) }
  }

  private func tell(_ rebuilt: Rebuilt, _ say: (String, String) -> Void) {
    let (reviews, cards) = (rebuilt.reviews, rebuilt.cards)
    switch rebuilt.isSame {
    case nil:
      say(
        "made anew from the log: \(reviews) answers that count, \(cards) cards",
        "已从记录重建：有效答题 \(reviews) 次，卡片 \(cards) 张")
    case true?:
      say(
        "made anew from the log: \(reviews) answers that count, \(cards) cards; the same as before",
        "已从记录重建：有效答题 \(reviews) 次，卡片 \(cards) 张；与之前相同")
    case false?:
      say(
        "repaired: made anew from the log, and not the same as before: \(reviews) answers that count, \(cards) cards",
        "修复：已从记录重建，与之前不同：有效答题 \(reviews) 次，卡片 \(cards) 张")
    }
  }

  private func tellBackups(of store: ReviewStore, _ say: (String, String) -> Void) throws {
    let backups = Backups(of: store)
    let all = backups.all
    guard let newest = all.last else {
      return say("backups: none yet; heed makes one when it opens", "备份：还没有；打开 heed 时会自动生成")
    }
    say(
      "backups: \(all.count) in \(backups.folder.path), the newest of \(newest.day)",
      "备份：\(backups.folder.path) 中有 \(all.count) 份，最新的是 \(newest.day)")
  }
}

extension Checkup.Finding {
  fileprivate var wording: Gloss {
    switch self {
    case .whole: Gloss(en: "the file is whole", zh: "文件完好")
    case .damaged(let what): Gloss(en: "found: the file is damaged (\(what))", zh: "发现：文件已损坏（\(what)）")
    case .repaired(let entries, let lost, let old):
      Gloss(
        en: "repaired: \(entries) entries saved, \(lost) lost; the damaged file is kept as \(old.path)",
        zh: "修复：救回 \(entries) 条，丢失 \(lost) 条；损坏的文件保留为 \(old.path)")
    case .unreadable(let count):
      Gloss(
        en:
          "found: \(count) entries that this heed cannot read, perhaps a newer one's; they are kept and count for nothing",
        zh: "发现：\(count) 条本版本读不懂的记录，可能由更新版本写成；已保留，不计入任何结果")
    case .setbacks(let count):
      Gloss(
        en: "found: the clock went back \(count) times while answers were given; such answers count as of the same day",
        zh: "发现：答题期间时钟回拨 \(count) 次；这些答案按同一天计算")
    case .ahead(let count):
      Gloss(
        en: "found: \(count) entries of a time that is yet to come; was the clock ahead?",
        zh: "发现：\(count) 条记录的时间在将来；时钟是否曾经偏快？")
    case .leftovers(let count):
      Gloss(en: "repaired: \(count) unfinished files removed", zh: "修复：清除未写完的文件 \(count) 个")
    }
  }
}
