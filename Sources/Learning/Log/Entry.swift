public import Foundation

/// The name of an entry, unlike any other on any machine.
public typealias EntryID = UUID

/// One line of the log.
public struct Entry: Identifiable, Equatable, Sendable {
  public let id: EntryID
  /// To the millisecond.
  public let at: Date
  /// The installation that wrote it.
  public let device: UUID
  public let event: Event

  public init(id: EntryID, at: Date, device: UUID, event: Event) {
    self.id = id
    self.at = Date(milliseconds: at.milliseconds)
    self.device = device
    self.event = event
  }

  /// One that was an entry before: its time is to the millisecond already.
  init(folded id: EntryID, at: Date, device: UUID, event: Event) {
    (self.id, self.at, self.device, self.event) = (id, at, device, event)
  }

  /// The order in which every fold reads the log, whatever the order of arrival: by time, then by id.
  public static func precedes(_ a: Entry, _ b: Entry) -> Bool { a.at == b.at ? a.id < b.id : a.at < b.at }
}

extension EntryID {
  /// The place in the log that it was given for.
  var place: Int64 {
    let bytes = [uuid.6 & 0x0F, uuid.7, uuid.8 & 0x3F, uuid.9, uuid.10].map(Int64.init)
    return bytes[0] << 28 | bytes[1] << 20 | bytes[2] << 14 | bytes[3] << 6 | bytes[4] >> 2
  }

  /// An id that grows with time and, within one millisecond, with the place in the log, so that entries written
  /// together keep their order.
  ///
  /// Source: RFC 9562, §5.7 (UUID version 7) and §6.2 (method 1: 32 bits of counter, then 42 random ones).
  /// - Parameter random: any 42 bits.
  init(milliseconds: Int64, place: Int64, random: UInt64) {
    let time = UInt64(truncatingIfNeeded: milliseconds) & 0xFFFF_FFFF_FFFF
    let place = UInt64(truncatingIfNeeded: place) & 0xFFFF_FFFF
    let high = time << 16 | 0x7000 | place >> 20
    let low = 0x8000_0000_0000_0000 | (place & 0xF_FFFF) << 42 | random & 0x3FF_FFFF_FFFF
    func byte(_ word: UInt64, _ n: UInt64) -> UInt8 { UInt8(truncatingIfNeeded: word >> (56 - 8 * n)) }
    self.init(
      uuid: (
        byte(high, 0), byte(high, 1), byte(high, 2), byte(high, 3), byte(high, 4), byte(high, 5), byte(high, 6),
        byte(high, 7), byte(low, 0), byte(low, 1), byte(low, 2), byte(low, 3), byte(low, 4), byte(low, 5),
        byte(low, 6), byte(low, 7)
      ))
  }
}

extension EntryID {
  /// The id of what another program recorded: the same whenever and wherever it is taken in.
  ///
  /// - Parameter name: what tells it from all that was recorded in the same millisecond.
  public init(recorded name: String, at moment: Date) {
    // FNV-1a; Swift's own hashes differ from run to run.
    let hash = name.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    self.init(milliseconds: moment.milliseconds, place: 0, random: hash ^ hash >> 42)
  }
}

extension Date {
  init(milliseconds: Int64) { self.init(timeIntervalSince1970: Double(milliseconds) / 1000) }

  /// Since 1970, rounded, and kept between 1970 and 9999, as the log keeps no other times.
  var milliseconds: Int64 { Int64(min(max((timeIntervalSince1970 * 1000).rounded(), 0), 253_402_300_799_999)) }
}
