import Foundation
import Learning
import Markdown
import TerminalUI
import Workbook

/// How the interface names a card, and tells when it comes back.
extension Session {
  /// What a card asks, in quotes: an item's prompt, or the question's title.
  func quoted(_ card: CardID, columns: Int) -> String {
    guard let question = bank.question(card.question, in: language.rawValue) else { return card.description }
    let item = question.items.first { $0.id.number == card.item }
    // The numbers of a template were drawn for one quiz.
    let text = item?.prompt.plainText.replacing(/\{\w+\}/, with: "…") ?? question.title
    return "“\(text.cut(to: columns, ellipsis: "…"))”"
  }

  /// What undo takes back and redo brings back, as long as the message line has room for.
  func undoing(_ card: CardID) -> String {
    say(card.item == nil ? "the grade of " : "the answer to ", card.item == nil ? "自评" : "作答")
      + quoted(card, columns: max(6, size.columns - 40))
  }

  /// When the question comes back by one's own grade, and when its quiz items do: two schedules of their own.
  func schedule(of question: Question) -> [String] {
    let sheet = Deck.Sheet(question)
    let whole = history.standing(of: [CardID(question: question.id)], at: now)
    let items = history.standing(of: sheet.itemCards, at: now)
    guard whole.met + items.met > 0 else { return [whole.state.name(self)] }
    func time(until due: Date?) -> String { duration((due ?? now).timeIntervalSince(now), self) }
    var words: [String] = []
    switch whole.state {
    case .new: words.append(say("not self-graded", "未自评"))
    case .due:
      let recall = percent(whole.recall ?? 0)
      words.append(say("self-grade due, recall \(recall)", "自评到期，回忆率 \(recall)"))
    default: words.append(say("self-grade in \(time(until: whole.due))", "\(time(until: whole.due))后自评"))
    }
    let due = sheet.itemCards.count { history.cards[$0]?.isDue(at: now) == true }
    if due > 0 {
      words.append(say("\(due) quiz item\(due == 1 ? "" : "s") due", "\(due) 道测验题到期"))
    } else if items.met > 0 {
      words.append(say("quiz in \(time(until: items.due))", "\(time(until: items.due))后测验"))
    }
    return words
  }

  /// Why a question is due, or not: the arithmetic of its card that comes first, in the message line.
  func why(_ question: QuestionID) -> String {
    let met = (deck[question]?.cards ?? []).compactMap { card in history.cards[card].map { (card, $0) } }
    guard let (card, memory) = met.min(by: { $0.1.due < $1.1.due }) else {
      return say("New: you have not answered it yet.", "新题：还没有作答过。")
    }
    let name = card.item == nil ? say("Your grade: ", "自评：") : say("Quiz item: ", "测验题：")
    let ago = duration(now.timeIntervalSince(memory.lastReview), self)
    var details: [String]
    if memory.state == .review {
      let recall = percent(history.scheduler.retrievability(of: memory, at: now))
      let stability = String(format: "%.1f", memory.stability)
      let wish = percent(settings.retention)
      details = [
        say(
          "recall \(recall) after \(ago) at stability \(stability) d, due at \(wish).",
          "\(ago)前答过，稳定度 \(stability) 天，回忆率 \(recall)，到 \(wish) 即到期。"),
        say("recall \(recall) after \(ago), due at \(wish).", "\(ago)前答过，回忆率 \(recall)，到 \(wish) 即到期。"),
      ]
    } else {
      let step = duration(memory.interval, self)
      details = [say("seen \(ago) ago, again after \(step).", "\(ago)前答过，\(step)后再问。")]
    }
    guard card.item != nil else { return name + details[0] }
    func room(beside text: String) -> Int { size.columns - 4 - (name + text).cellWidth - 3 }
    // What is asked is told from the rest by some words of it.
    let text = details.first { room(beside: $0) >= 24 } ?? details[details.count - 1]
    return name + text + say(" ", "") + quoted(card, columns: max(6, room(beside: text)))
  }
}
