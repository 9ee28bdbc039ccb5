import Testing

@testable import Learning

/// Days as a picture: `x` with practice, `.` without; the last is today.
private func days(_ picture: String) -> (practised: Set<Day>, today: Day) {
  let today = Day(year: 2025, month: 11, day: 20)
  let days = zip(picture.reversed(), 0...).filter { $0.0 == "x" }.map { today.advanced(by: -$0.1) }
  return (Set(days), today)
}

@Test(
  arguments: [
    ("", 0, 0), (".", 0, 0), ("x", 1, 1), ("xxx", 3, 3),
    // Today is not over.
    ("xxx.", 3, 3),
    // Yesterday was missed, and is forgiven.
    ("xxx..", 3, 3), ("xxx.x", 4, 4),
    // Two days in a row never are.
    ("xxx...", 0, 3), ("xxx..x", 1, 3),
    // One day a week is forgiven: six days lie between the first miss and the second.
    ("xx.xxxxxx.x", 9, 9),
    // With five between them, one week holds both.
    ("xx.xxxxx.x", 6, 7), ("xx.xxxxx..", 5, 7),
    // The longer part of two that cannot be joined.
    ("xxxxxxxxx.xx.xxx", 5, 11), ("xx.xxxxxxxx.xxx....", 0, 13),
  ])
func `a streak forgives one missed day in any seven`(picture: String, current: Int, best: Int) {
  let (practised, today) = days(picture)
  #expect(Streak.current(practised, today: today).days == current, "\(picture)")
  #expect(Streak.best(practised).days == best, "\(picture)")
}

@Test func `a streak knows its first and its last day`() {
  let (practised, today) = days("xx..xxx.xx.")
  let streak = Streak.current(practised, today: today)
  #expect(streak.days == 5)
  #expect(streak.span == today.advanced(by: -6)...today.advanced(by: -1))
  #expect(Streak.best(practised) == streak)
}

@Test func `of two equal streaks the later is the best`() {
  let (practised, today) = days("xxx...xxx")
  #expect(Streak.best(practised).span == today.advanced(by: -2)...today)
}

@Test func `a review from a clock that ran ahead starts no streak`() {
  let today = Day(year: 2025, month: 11, day: 20)
  #expect(Streak.current([today.advanced(by: 3)], today: today).days == 0)
}

@Test(arguments: 1...60)
func `streaks are those of the definition`(seed: UInt64) {
  var random = SeededGenerator(seed: seed)
  let today = Day(year: 2025, month: 11, day: 20)
  let practised = Set((0..<30).filter { _ in random.next() % 6 != 0 }.map { today.advanced(by: -$0) })
  /// The days of practice in a run, or none where it is no streak.
  func length(_ first: Day, _ last: Day, _ practised: Set<Day>) -> Int {
    let isStreak =
      practised.contains(first) && practised.contains(last)
      && (first...last).allSatisfy { day in
        (day...min(last, day.advanced(by: 6))).count { !practised.contains($0) } <= 1
      }
    return isStreak ? (first...last).count { practised.contains($0) } : 0
  }
  let all = practised.sorted()
  let best = all.flatMap { last in all.filter { $0 <= last }.map { length($0, last, practised) } }.max()
  #expect(Streak.best(practised).days == best)
  let withToday = practised.union([today])
  let current = (all + [today]).map { length($0, today, withToday) }.max() ?? 0
  #expect(Streak.current(practised, today: today).days == current - (practised.contains(today) ? 0 : 1))
}
