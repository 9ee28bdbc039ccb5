import Foundation
import Testing

@testable import Learning

private struct Vectors: Decodable {
  struct Trace: Decodable {
    let retention: Double
    let reviews: [Step]
  }
  struct Step: Decodable {
    let at: Double
    let grade: Grade
    let stability: Double
    let difficulty: Double
    let state: Memory.State
    let due: Double
  }
  let weights: [Double]
  let traces: [Trace]

  static func load() throws -> Vectors {
    let file = try #require(Bundle.module.url(forResource: "vectors/fsrs", withExtension: "json"))
    return try JSONDecoder().decode(Vectors.self, from: Data(contentsOf: file))
  }
}

private let berlin = Days(timeZone: TimeZone(identifier: "Europe/Berlin")!)
private let app = Scheduler(days: berlin)
private let noon = Date(timeIntervalSince1970: 1_763_636_400)  // Thu 20 Nov 2025, 12:00 in Berlin

@Test func `the published algorithm agrees with every trace of the reference`() throws {
  let vectors = try Vectors.load()
  #expect(vectors.traces.count == 24)
  let weights = try #require(Weights(vectors.weights))
  #expect(weights == .standard)
  for (number, trace) in vectors.traces.enumerated() {
    let scheduler = Scheduler.published(retention: trace.retention, weights: weights)
    var memory: Memory?
    for (index, step) in trace.reviews.enumerated() {
      let at = Date(timeIntervalSince1970: step.at)
      let next = scheduler.next(memory, grade: step.grade, at: at)
      let place = "trace \(number), review \(index)"
      #expect(abs(next.stability - step.stability) <= 1e-6 * max(1, step.stability), "\(place)")
      #expect(abs(next.difficulty - step.difficulty) <= 1e-6, "\(place)")
      #expect(next.state == step.state, "\(place)")
      #expect(next.due.timeIntervalSince1970 == step.due, "\(place)")
      memory = next
    }
  }
}

@Test func `a card falls due when its day begins at four in the morning`() {
  let good = app.next(app.next(nil, grade: .good, at: noon), grade: .good, at: noon + 600)
  #expect(good.interval == 2 * 86_400)
  #expect(good.due == Date(timeIntervalSince1970: 1_763_780_400))  // Sat 22 Nov, 04:00
}

@Test func `a review after midnight belongs to the evening before`() {
  let lateNight = noon + 14.5 * 3600  // Fri 02:30
  let easy = app.next(nil, grade: .easy, at: noon)
  #expect(app.retrievability(of: easy, at: lateNight) == 1)
  #expect(app.retrievability(of: easy, at: lateNight + 2 * 3600) < 1)
  #expect(app.next(nil, grade: .easy, at: lateNight).due == easy.due)
}

@Test func `hard in the first learning step waits five and a half minutes`() {
  #expect(app.intervals(nil, at: noon)[.hard] == 330)
  #expect(app.intervals(nil, at: noon)[.again] == 60)
  #expect(app.intervals(nil, at: noon)[.good] == 600)
}

@Test func `a forgotten card goes back to a ten minute step and counts a lapse`() {
  let known = app.next(nil, grade: .easy, at: noon)
  let forgotten = app.next(known, grade: .again, at: known.due)
  #expect(forgotten.state == .relearning)
  #expect(forgotten.interval == 600)
  #expect(forgotten.lapses == 1)
  #expect(forgotten.reviews == 2)
  #expect(app.next(forgotten, grade: .again, at: forgotten.due).lapses == 1)
  #expect(app.next(forgotten, grade: .good, at: forgotten.due).state == .review)
}

/// The memories met on a random walk of reviews, with the moment of the next review.
private func walk(_ count: Int, with scheduler: Scheduler, _ visit: (Memory?, Date) -> Void) {
  var random = SeededGenerator(seed: 6)
  var memory: Memory?
  var now = noon
  for step in 0..<count {
    if step % 40 == 0 { memory = nil }
    visit(memory, now)
    let next = scheduler.next(memory, grade: Grade.allCases.randomElement(using: &random)!, at: now)
    now = max(next.due, now) + Double.random(in: -3600...864_000, using: &random)
    memory = next
  }
}

@Test func `the interval on a button is the one that is applied`() {
  walk(2_000, with: app) { memory, now in
    let shown = app.intervals(memory, at: now)
    for grade in Grade.allCases {
      #expect(app.next(memory, grade: grade, at: now).interval == shown[grade])
    }
  }
}

@Test func `good waits a day longer than hard, and easy a day longer than good, below the cap`() {
  walk(5_000, with: app) { memory, now in
    let shown = app.intervals(memory, at: now)
    let cap = Double(Scheduler.longestInterval) * 86_400
    #expect(shown[.again]! <= shown[.hard]!)
    for (worse, better) in [(Grade.hard, Grade.good), (.good, .easy)] where shown[better]! >= 86_400 {
      let days = shown[worse]! >= 86_400 ? shown[worse]! : 0
      #expect(shown[better]! >= min(days + 86_400, cap))
    }
  }
}

/// Three walks that make a hundred thousand reviews, and what is wrong with the first of them that is.
@Test(arguments: [app, Scheduler(days: berlin, retention: 0.7), Scheduler.published(retention: 0.97)])
func `over a hundred thousand reviews a pass never lowers stability, a failure never raises it, and grades keep order`(
  scheduler: Scheduler
) {
  var reviews = 0
  var wrong: [String] = []
  walk(34_000, with: scheduler) { memory, now in
    reviews += 1
    let next = Grade.allCases.map { scheduler.next(memory, grade: $0, at: now) }
    for (grade, after) in zip(Grade.allCases, next) {
      var isRight = (1...10).contains(after.difficulty) && after.due > now && after.interval > 0
      if let memory {
        isRight =
          isRight && (grade == .again ? after.stability <= memory.stability : after.stability >= memory.stability)
      }
      if !isRight { wrong.append("\(grade) after \(String(describing: memory)) at \(now): \(after)") }
    }
    for (worse, better) in zip(next, next.dropFirst()) {
      let isOrdered =
        worse.stability <= better.stability && worse.difficulty >= better.difficulty
        && worse.interval <= better.interval
      if !isOrdered { wrong.append("\(worse) and \(better) at \(now)") }
    }
  }
  #expect(reviews == 34_000)
  #expect(wrong.first == nil)
}

@Test func `no interval is longer than a hundred years`() {
  var memory: Memory?
  var now = noon
  for _ in 0..<30 {
    let next = app.next(memory, grade: .easy, at: now)
    #expect(next.interval <= 36_500 * 86_400)
    (memory, now) = (next, next.due)
  }
  #expect(memory?.interval == TimeInterval(36_500 * 86_400))
}

@Test func `a clock that went back counts as the same day`() {
  let easy = app.next(nil, grade: .easy, at: noon)
  let earlier = app.next(easy, grade: .good, at: noon - 10 * 86_400)
  #expect(earlier.stability >= easy.stability)
  #expect(earlier.due > noon - 10 * 86_400)
}

@Test func `a higher wish for retention asks sooner`() {
  let strict = Scheduler(days: berlin, retention: 0.97)
  #expect(strict.intervals(nil, at: noon)[.easy]! < app.intervals(nil, at: noon)[.easy]!)
}

@Test func `weights are refused unless there are twenty-one numbers`() {
  #expect(Weights([1, 2, 3]) == nil)
  #expect(Weights(Array(repeating: .nan, count: 21)) == nil)
}
