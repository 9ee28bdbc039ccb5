import Attention
import TerminalUI

/// The message line, and the sentence under the difference.
extension CompareScreen {
  func compareMessage(_ session: Session) -> Line? {
    if now.field != nil || now.failure != nil || now.isWaiting || both == nil { return now.message(session) }
    if now.view.pane == .picture { return cellMessage(session) }
    // A narrow screen has no line of its own for it.
    if ScreenLayout(session).isNarrow, let broken = broken(session) {
      return Line([Span(broken.who, .bad), Span(broken.invariant)])
    }
    if let comparison, comparison.a == pinned, comparison.b == now.recipe {
      return session.fitting([
        (session.say("Notice", "留意"), session.say(comparison.notice)), ("", session.say(comparison.notice)),
      ])
    }
    guard differing > 0 else {
      return session.fitting([
        (
          session.say("A and B are the same.", "A 与 B 相同。"),
          session.say("←→ changes this part of B, / finds another", "←→ 改变 B 的这一部件，/ 查找其他部件")
        ), ("", session.say("A and B are the same.", "A 与 B 相同。")),
      ])
    }
    return now.message(session)
  }

  /// What the selected cell is in A and in B.
  private func cellMessage(_ session: Session) -> Line? {
    guard let b = now.why, let picture = now.picture else { return nil }
    let single = session.say(now.view.stage.single)
    func said(_ why: CellWhy?) -> String {
      guard let why else { return session.say("not there", "不存在") }
      return why.isMasked ? session.say("masked", "被掩蔽") : why.shown
    }
    let rest = session.say("\(single) \(said(why)) in A, \(said(b)) in B", "\(single)：A 为 \(said(why))，B 为 \(said(b))")
    return session.fitting([(b.placeSentence(picture, session), rest), (b.placeText(session), rest), ("", rest)])
  }

  /// What a fault breaks that the other side has not: the sentence, and whose fault it is.
  func broken(_ session: Session) -> (who: String, invariant: String)? {
    let (a, b) = (pinned.fault, now.recipe.fault)
    guard type(of: a).name != type(of: b).name else { return nil }
    if let invariant = type(of: b).invariant { return (session.say("B breaks: ", "B 违反："), session.say(invariant)) }
    return type(of: a).invariant.map { (session.say("A breaks: ", "A 违反："), session.say($0)) }
  }

  /// What is said under the title of the difference.
  func differenceLine(_ session: Session) -> String {
    guard let difference, let both else { return "" }
    let (a, b) = (both.a.shape, both.b.shape)
    let isOutput = difference.subject.stage == .output
    let sizes = (a.queries, isOutput ? a.valueDim : a.keys) != (b.queries, isOutput ? b.valueDim : b.keys)
    if sizes {
      let part = "\(Figures.count(difference.rows)) × \(Figures.count(difference.columns))"
      return session.say("where both are: \(part)", "两者皆有处：\(part)")
    }
    if differing > 0, difference.largest == 0 { return session.say("no difference here", "此处没有差别") }
    if difference.isRounding, difference.largest > 0 {
      let largest = Figures.weight(Double(difference.largest))
      return session.say("only rounding, \(largest)", "只差舍入 \(largest)")
    }
    switch differing {
    case 0: return session.say("no part differs", "没有不同的部件")
    case 1: return session.say("1 part differs", "1 个部件不同")
    default: return session.say("\(differing) parts differ", "\(differing) 个部件不同")
    }
  }
}
