import Attention
import Foundation
import TerminalUI

/// How the numbers of a picture are shown: what `v` turns.
struct PictureOptions: Equatable, Sendable {
  var colours = ColourMap.viridis
  /// Equal steps of colour are equal factors.
  var isLogarithmic = false
  /// Each row has a range of its own, up to its largest.
  var isByRow = false
  /// Cells with room for their number hold it.
  var showsDigits = true
  var labels = Labels.numbers
  /// What the tokens are taken from: the learner's own text.
  var text = ""

  /// What stands beside rows and columns.
  enum Labels: CaseIterable, Sendable { case numbers, words, characters }

  /// The tokens of the text; those of the queries and those of the keys where a bar parts them.
  var tokens: HeatmapNames {
    if labels == .numbers { return HeatmapNames(rows: [], columns: []) }
    let parts = text.split(separator: "|", maxSplits: 1).map { Self.tokens(of: $0, labels) }
    return HeatmapNames(rows: parts.first ?? [], columns: parts.last ?? [])
  }

  /// Words, of which a character that is written without blanks is one by itself; or all characters.
  private static func tokens(of text: Substring, _ labels: Labels) -> [String] {
    var tokens: [String] = []
    var goesOn = false
    for character in text {
      if character.isWhitespace {
        goesOn = false
      } else if goesOn, labels == .words, character.cellWidth == 1 {
        tokens[tokens.count - 1].append(character)
      } else {
        tokens.append(String(character))
        goesOn = character.cellWidth == 1
      }
    }
    return tokens
  }
}

extension PlaygroundScreen {
  var options: PictureOptions { view.options }

  /// Shows the picture in another way, which undo takes back.
  mutating func show(_ options: PictureOptions) {
    changes.make(options)
    view.options = options
  }

  /// What the arrows do to a row of the view.
  mutating func turnOption(_ row: PlaygroundRow, by steps: Int, _ session: Session) -> [Effect] {
    var changed = options
    switch row {
    case .scaling: changed.isLogarithmic.toggle()
    case .range: changed.isByRow.toggle()
    case .digits: changed.showsDigits.toggle()
    case .labels:
      if options.text.isEmpty { return enter(session) }
      changed.labels = Self.neighbour(of: options.labels, in: PictureOptions.Labels.allCases, by: steps)
    case .colours: changed.colours = Self.neighbour(of: options.colours, in: ColourMap.sequential, by: steps)
    default: return []
    }
    show(changed)
    guard row == .colours, let picture, picture.isSigned(view.stage) else { return [] }
    let text = session.say(
      "\(view.colours.name), for weights; signed values keep blue below and orange above zero",
      "\(view.colours.name)，用于权重；带符号的值始终以蓝色表示负、橙色表示正")
    return [.say(Notice(text))]
  }

  private static func neighbour<Value: Equatable>(of value: Value, in all: [Value], by steps: Int) -> Value {
    let at = all.firstIndex(of: value) ?? 0
    return all[(at + steps % all.count + all.count) % all.count]
  }

  /// Takes a text whose tokens become the labels; none gives the numbers back.
  mutating func label(by text: String, _ session: Session) -> [Effect] {
    var changed = options
    changed.text = text.trimmingCharacters(in: .whitespaces)
    if changed.text.isEmpty {
      changed.labels = .numbers
    } else if changed.labels == .numbers {
      changed.labels = .words
    }
    show(changed)
    let count = changed.tokens.rows.count
    guard count > 0, let queries = picture?.shape.queries, count != queries else { return [] }
    return [
      .say(
        Notice(
          session.fitting(
            session.say(
              "\(Figures.count(count)) tokens beside \(Figures.count(queries)) rows: type \(Figures.count(count)) at queries for as many",
              "\(Figures.count(count)) 个词元，\(Figures.count(queries)) 行：在“查询数”输入 \(Figures.count(count)) 可使两者相等"),
            session.say("\(count) tokens, \(queries) rows", "\(count) 个词元，\(queries) 行"))))
    ]
  }

  /// Goes to the rows of the view, or to the next of them.
  mutating func goToView() -> [Effect] {
    let all = PlaygroundRow.view
    let isThere = view.pane == .parameters
    if view.isAlone, !isThere { view.isAlone = false }
    view.pane = .parameters
    if isThere, let at = all.firstIndex(of: view.row) {
      view.row = all[(at + 1) % all.count]
    } else {
      view.row = .colours
    }
    return []
  }

  /// The value of a row of the view.
  func shownOption(_ row: PlaygroundRow, _ session: Session) -> String {
    switch row {
    case .colours: return options.colours.name
    case .scaling: return options.isLogarithmic ? session.say("log", "对数") : session.say("linear", "线性")
    case .range: return options.isByRow ? session.say("each row", "逐行") : session.say("all rows", "全局")
    case .digits: return options.showsDigits ? session.say("if they fit", "有空间时") : session.say("off", "关")
    case .labels:
      let count = options.tokens.rows.count
      switch options.labels {
      case .numbers: return session.say("numbers", "编号")
      case .words: return session.say(count == 1 ? "1 word" : "\(count) words", "\(count) 个词")
      case .characters: return session.say(count == 1 ? "1 letter" : "\(count) letters", "\(count) 个字")
      }
    default: return ""
    }
  }

  /// What a row of the view means.
  func meaningOfOption(_ row: PlaygroundRow, _ session: Session) -> String {
    switch row {
    case .colours: session.say("for weights, lighter is larger; scores are blue below zero", "用于权重，越亮越大；分数以蓝色表示负")
    case .scaling:
      session.say(
        "linear, or log: equal steps of colour are equal factors (default linear)", "线性，或对数：颜色每级为相同倍数（默认线性）")
    case .range:
      session.say(
        "one range for all rows, or each row up to its largest (default all rows)", "全部行共用一个范围，或每行各到其最大值（默认全局）")
    case .digits:
      session.say("numbers in the cells where they fit; + shows them anywhere", "单元格放得下时显示数值；按 + 随处可见")
    case .labels: session.say("Enter types your own tokens; arrows: words or letters", "Enter 输入自己的词元；方向键：按词或按字")
    default: ""
    }
  }
}
