import Learning
import Markdown
import TerminalUI
import Workbook

extension QuizScreen {
  /// The hints given so far, as far as they do not stand beside an option.
  func hintLines(_ presented: Presented, columns: Int, look: Look, _ session: Session) -> [QuizLine] {
    guard !isAnswered, draft.hints > 0 else { return [] }
    return presented.hints.prefix(draft.hints).filter { if case .not = $0 { false } else { true } }.flatMap { hint in
      wrap([Span(look.shown(words(hint, presented, session)), .quiet)], columns: columns).map { QuizLine(line: $0) }
    }
  }

  /// The last hint in one line, and how many there are.
  func hintMessage(_ session: Session) -> Line? {
    guard let presented, !isAnswered, draft.hints > 0 else { return nil }
    let hints = presented.hints
    guard hints.indices.contains(draft.hints - 1) else { return nil }
    let most = min(0.75, 1 - 0.25 * Double(draft.hints))
    return Line([
      Span(session.say("Hint \(draft.hints) of \(hints.count)   ", "提示 \(draft.hints)/\(hints.count)   "), .quiet),
      Span(words(hints[draft.hints - 1], presented, session)),
      Span(session.say("   At most \(points(most)) now.", "   现在最多 \(points(most)) 分。"), .quiet),
    ])
  }

  private func words(_ hint: Hint, _ presented: Presented, _ session: Session) -> String {
    switch hint {
    case .not(let place): return session.say("It is not \(place + 1).", "不是第 \(place + 1) 项。")
    case .right(let place): return session.say("\(place + 1) is right.", "第 \(place + 1) 项是对的。")
    case .belongs(let place, let row):
      let piece = presented.pieces[place].piece.text.plainText
      guard case .match(let matching) = presented.item?.kind else {
        if row == 0 { return session.say("First comes: \(piece)", "最先是：\(piece)") }
        if row == presented.pieces.count - 1 { return session.say("Last comes: \(piece)", "最后是：\(piece)") }
        return session.say("Number \(row + 1) is: \(piece)", "第 \(row + 1) 步是：\(piece)")
      }
      let left = matching.pairs[row].left.plainText
      return session.say("\(left): \(piece)", "\(left)：\(piece)")
    case .word(let gap, let start):
      return presented.hints.count > 1 && gap > 0
        ? session.say("Gap \(gap + 1): \(start)", "第 \(gap + 1) 空：\(start)") : start
    case .quantities(let names):
      let list = names.joined(separator: ", ")
      return session.say("It is made of \(list).", "由这些量算出：\(list)。")
    case .formula(let source): return session.say("The formula: \(source)", "公式：\(source)")
    case .between(let low, let high):
      return session.say("Between \(low.echo) and \(high.echo).", "在 \(low.echo) 与 \(high.echo) 之间。")
    }
  }
}
