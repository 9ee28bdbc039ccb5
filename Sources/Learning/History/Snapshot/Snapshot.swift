import Foundation
import Workbook

/// What a log amounted to at one time, so that a long one need not be folded anew at each opening. It can always be
/// thrown away: the log has everything.
struct Snapshot {
  /// How much of the log it holds: the number and the id of the entry that had arrived last.
  struct Mark: Equatable {
    let seq: Int64
    let id: EntryID
  }

  let mark: Mark
  let history: History

  private static let magic: UInt64 = 0x6865_6564_666F_6C64
  /// Rises with every change of the form, and of what a fold makes of a log.
  private static let version: UInt32 = 2
  private static let headerSize = 20

  // MARK: Writing

  var data: Data {
    var header = ByteWriter()
    var body = ByteWriter()
    write(to: &body)
    var texts = ByteWriter()
    texts.add(UInt32(body.texts.count))
    for text in body.texts { texts.addBytes(text) }
    texts.append(body)
    header.add(Self.magic)
    header.add(Self.version)
    header.add(texts.bytes.withUnsafeBytes { $0.checksum })
    return Data(header.bytes) + Data(texts.bytes)
  }

  private func write(to writer: inout ByteWriter) {
    writer.add(Self.key(history.asked))
    writer.add(mark.seq)
    writer.add(mark.id)
    let weights = history.scheduler.weights.values
    for weight in weights { writer.add(weight) }
    let fold = history.fold
    var places: [CardID: UInt32] = [:]
    let cards = Array(Set(fold.all.map(\.review.card)))
    writer.add(UInt32(cards.count))
    for card in cards {
      places[card] = UInt32(places.count)
      writer.add(card.question.topic)
      writer.add(card.question.slug)
      writer.add(Int32(card.item ?? 0))
      writer.add(fold.cards[card])
    }
    writer.add(UInt32(history.entries.count))
    var next = 0
    var devices: [UUID: UInt32] = [:]
    for entry in history.entries {
      writer.add(entry.id)
      writer.add(entry.at.milliseconds)
      let device = devices[entry.device] ?? writer.place(of: entry.device.uuidString)
      devices[entry.device] = device
      writer.add(device)
      if case .review(let review) = entry.event {
        writer.add(UInt8(1))
        writer.add(review, card: places[review.card] ?? 0)
        writer.add(fold.all[next])
        next += 1
      } else {
        let body = try? EventBody(entry.event)
        writer.add(UInt8(0))
        writer.add(body?.kind ?? "unknown")
        writer.add(body?.json ?? "{}")
      }
    }
    writer.add(UInt32(fold.isUndone.count))
    for (id, isUndone) in fold.isUndone {
      writer.add(id)
      writer.add(isUndone)
    }
    writer.add(UInt32(fold.takenBack.count))
    for id in fold.takenBack { writer.add(id) }
  }

  // MARK: Reading

  /// Nothing where the bytes are not whole, or made by another version or for another schedule.
  init?(_ data: Data, scheduler: Scheduler) {
    let found: Snapshot? = data.withUnsafeBytes { bytes in
      guard bytes.count > Self.headerSize else { return nil }
      var header = ByteReader(bytes)
      let rest = UnsafeRawBufferPointer(rebasing: bytes[Self.headerSize...])
      guard header.read(UInt64.self) == Self.magic, header.read(UInt32.self) == Self.version,
        header.read(UInt64.self) == rest.checksum
      else { return nil }
      var reader = ByteReader(rest)
      reader.texts = (0..<reader.count()).map { _ in reader.bytesOfText() }
      guard reader.text() == Self.key(scheduler) else { return nil }
      return Snapshot(&reader, scheduler)
    }
    guard let found else { return nil }
    self = found
  }

  init(mark: Mark, history: History) { (self.mark, self.history) = (mark, history) }

  private init(_ reader: inout ByteReader, _ asked: Scheduler) {
    mark = Mark(seq: reader.read(Int64.self), id: reader.id())
    let weights = Weights((0..<21).map { _ in reader.read(Double.self) }) ?? .standard
    var memories: [CardID: Memory] = [:]
    let cards = (0..<reader.count()).map { _ in
      let question = reader.question()
      let item = reader.read(Int32.self)
      let card = CardID(question: question, item: item == 0 ? nil : Int(item))
      memories[card] = reader.memory()
      return card
    }
    let count = reader.count()
    var entries: [Entry] = []
    var all: [Reviewed] = []
    entries.reserveCapacity(count + count / 8)
    all.reserveCapacity(count + count / 8)
    var byCard = Array(repeating: [Int](), count: cards.count)
    var quizzes: [QuizID?] = Array(repeating: nil, count: reader.texts.count)
    var byQuiz: [[Int]] = Array(repeating: [], count: reader.texts.count)
    var devices: [UUID?] = Array(repeating: nil, count: reader.texts.count)
    var events = EventReader()
    for _ in 0..<count {
      let id = reader.id()
      let at = Date(milliseconds: reader.read(Int64.self))
      let deviceText = reader.count()
      let device = devices[deviceText] ?? UUID(uuidString: reader.texts[deviceText]) ?? UUID()
      devices[deviceText] = device
      guard reader.read(UInt8.self) == 1 else {
        let event = EventBody(kind: reader.text(), json: reader.text()).event(&events)
        entries.append(Entry(folded: id, at: at, device: device, event: event))
        continue
      }
      let (review, card, quiz) = reader.review(cards, &quizzes)
      byCard[card].append(all.count)
      if let quiz { byQuiz[quiz].append(all.count) }
      all.append(reader.reviewed(id, at, review))
      entries.append(Entry(folded: id, at: at, device: device, event: .review(review)))
    }
    var isUndone: [EntryID: Bool] = [:]
    for _ in 0..<reader.count() { isUndone[reader.id()] = reader.read(Bool.self) }
    let takenBack = (0..<reader.count()).map { _ in reader.id() }
    var quizPlaces: [QuizID: [Int]] = [:]
    for (quiz, places) in zip(quizzes, byQuiz) { if let quiz { quizPlaces[quiz] = places } }
    let fold = ReviewFold(
      scheduler: asked.with(weights), all: all, cards: memories,
      byCard: Dictionary(uniqueKeysWithValues: zip(cards, byCard)), byQuiz: quizPlaces, isUndone: isUndone,
      takenBack: takenBack)
    history = History(entries, asked: asked, fold: fold)
  }

  /// All that a fold depends on beside the log.
  private static func key(_ scheduler: Scheduler) -> String {
    let days = scheduler.days.map { "\($0.timeZone.identifier) \($0.rollover)" } ?? "\(scheduler.dayLength)"
    return "\(scheduler.retention) \(days) \(scheduler.spreads) \(scheduler.weights.values)"
  }
}
