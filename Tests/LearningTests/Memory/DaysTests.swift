import Foundation
import Testing

@testable import Learning

@Test func `a day knows its date and its weekday`() {
  #expect(Day(year: 1970, month: 1, day: 1).number == 0)
  let day = Day(year: 2025, month: 11, day: 20)
  #expect(day.description == "2025-11-20")
  #expect(day.weekday == 4)
  #expect(day.monday.description == "2025-11-17")
  #expect(Day(year: 2024, month: 3, day: 1).advanced(by: -1).description == "2024-02-29")
  #expect(Day(number: -1).description == "1969-12-31")
  #expect(Day(number: -1).weekday == 3)
  for number in stride(from: -800_000, to: 800_000, by: 97) {
    let (year, month, day) = Day(number: number).date
    #expect(Day(year: year, month: month, day: day).number == number)
  }
}

@Test func `a day lasts until four in the morning`() throws {
  let days = Days(timeZone: try #require(TimeZone(identifier: "Asia/Shanghai")))
  let four = Date(timeIntervalSince1970: 1_763_582_400)  // Thu 20 Nov 2025, 04:00 in Shanghai
  #expect(days.day(of: four).description == "2025-11-20")
  #expect(days.day(of: four - 0.001).description == "2025-11-19")
  #expect(days.start(of: Day(year: 2025, month: 11, day: 20)) == four)
}

@Test(arguments: ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "GMT"])
func `every day begins where the one before ends, clock changes included`(zone: String) throws {
  let days = Days(timeZone: try #require(TimeZone(identifier: zone)))
  for day in Day(year: 2024, month: 1, day: 1)..<Day(year: 2026, month: 1, day: 1) {
    let start = days.start(of: day)
    #expect(days.day(of: start) == day)
    #expect(days.day(of: start - 0.001) == day.advanced(by: -1))
  }
}
