import Foundation
import Learning

/// The reviews of one card, as `heed schedule` reads them.
struct ReviewList: Decodable {
  struct Step: Decodable {
    /// Unix seconds.
    let at: Double
    let grade: Grade
  }

  let retention: Double
  let weights: Weights
  let reviews: [Step]

  private enum CodingKeys: CodingKey { case retention, weights, reviews }

  init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    retention = try fields.decodeIfPresent(Double.self, forKey: .retention) ?? 0.9
    guard retention > 0, retention < 1 else {
      throw DecodingError.dataCorruptedError(
        forKey: .retention, in: fields, debugDescription: "expected a share between 0 and 1, not \(retention)")
    }
    weights = try fields.decodeIfPresent(Weights.self, forKey: .weights) ?? .standard
    reviews = try fields.decode([Step].self, forKey: .reviews)
    guard let wrong = reviews.firstIndex(where: { !(0...253_402_300_799).contains($0.at) }) else { return }
    throw DecodingError.dataCorruptedError(
      forKey: .reviews, in: fields, debugDescription: "review \(wrong): “at” is no time in unix seconds")
  }

  /// - Throws: `CommandFault` that names the field.
  init(json: Data, named name: String) throws {
    do { self = try JSONDecoder().decode(ReviewList.self, from: json) } catch let error as DecodingError {
      throw CommandFault(.data, "\(name): \(Self.wording(error))")
    }
  }

  private static func wording(_ error: DecodingError) -> String {
    func place(_ path: [any CodingKey], _ key: (any CodingKey)? = nil) -> String {
      (path + [key].compactMap(\.self)).reduce("") { text, key in
        key.intValue.map { "\(text)[\($0)]" } ?? (text.isEmpty ? key.stringValue : "\(text).\(key.stringValue)")
      }
    }
    func told(_ path: [any CodingKey], _ what: String) -> String {
      path.isEmpty ? what : "\(place(path)): \(what)"
    }
    return switch error {
    case .keyNotFound(let key, let context): "\(place(context.codingPath, key)): missing"
    case .typeMismatch(let type, let context): told(context.codingPath, "expected \(noun(type))")
    case .valueNotFound(let type, let context): told(context.codingPath, "expected \(noun(type)), not null")
    case .dataCorrupted(let context) where context.codingPath.last?.stringValue == "grade":
      told(context.codingPath, "expected 1 (again) to 4 (easy)")
    case .dataCorrupted(let context) where context.codingPath.isEmpty: "not JSON"
    case .dataCorrupted(let context): told(context.codingPath, context.debugDescription)
    @unknown default: "cannot be read"
    }
  }

  private static func noun(_ type: Any.Type) -> String {
    switch type {
    case is Double.Type, is Int.Type: "a number"
    case is String.Type: "text"
    case is [Any].Type: "a list"
    default: "an object"
    }
  }
}
