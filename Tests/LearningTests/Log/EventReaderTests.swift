import Foundation
import Testing
import Workbook

@testable import Learning

private let card = CardID(question: QuestionID(topic: "scaled-dot-product", slug: "why-scale"), item: 2)

private func review(
  _ answer: String, score: Double? = 1, seconds: Double = 10, quiz: QuizID? = nil, interval: Int? = nil
)
  -> Review
{
  Review(
    card: card, grade: .hard, score: score, seconds: seconds, hints: 2, answer: answer, fingerprint: "0f",
    language: "zh",
    quiz: quiz, interval: interval)
}

@Test(
  arguments: [
    review("1,3"), review(""), review("2^30"), review("1 GiB", score: nil), review("掩码"), review("x", score: 2.0 / 3),
    review("x", score: 0, seconds: 1e-9), review("x", seconds: 123_456.789, quiz: QuizID("1763-a")),
    review("x", interval: 36_500),
  ])
func `the short way reads a review as the decoder does`(review: Review) throws {
  let body = try EventBody(.review(review))
  var reader = EventReader()
  #expect(reader.review(body.json) == review)
  #expect(reader.review(body.json) == review)
  #expect(try JSONDecoder().decode(Review.self, from: Data(body.json.utf8)) == review)
}

@Test(arguments: ["say \"q\"", "a\\b", "line\nline", "tab\t"])
func `what the short way cannot read goes the long way`(answer: String) throws {
  let body = try EventBody(.review(review(answer)))
  var reader = EventReader()
  #expect(reader.review(body.json) == nil)
  #expect(body.event(&reader) == .review(review(answer)))
}

@Test(
  arguments: [
    "{}", "[]", "{", #"{"card":"masks/a#1"}"#,
    #"{"card":"masks/a#1","grade":5,"seconds":1,"hints":0,"answer":"","fingerprint":"","language":"en"}"#,
    #"{"card":"masks","grade":1,"seconds":1,"hints":0,"answer":"","fingerprint":"","language":"en"}"#,
    #"{"card":"masks/a","grade":1.5,"seconds":1,"hints":0,"answer":"","fingerprint":"","language":"en"}"#,
    #"{"card":"masks/a","grade":1,"seconds":1,"hints":0,"answer":"","fingerprint":"","language":"en","interval":"1"}"#,
    #"{"card":"masks/a","grade":1,"seconds":1,"hints":0,"answer":"","fingerprint":"","language":"en","interval":1.5}"#,
    #"{"card":"masks/a","grade":1,"score":"1","seconds":1,"hints":0,"answer":"","fingerprint":"","language":"en"}"#,
  ])
func `a body that is no review is kept as unknown`(json: String) {
  var reader = EventReader()
  #expect(EventBody(kind: "review", json: json).event(&reader) == .unknown(kind: "review", body: json))
}

@Test func `fields of newer programs and spaces do not disturb`() {
  let json = """
    { "more": {"of": [1]}, "card" : "masks/a#1", "grade": 3, "score": null, "seconds": 1, "hints": 0,
      "answer": "", "fingerprint": "", "language": "en", "new": true }
    """
  let expected = Review(card: Sample.card("a"), grade: .good, seconds: 1, language: "en")
  var reader = EventReader()
  #expect(EventBody(kind: "review", json: json).event(&reader) == .review(expected))
  let flat = json.replacing(#""more": {"of": [1]}, "#, with: "")
  #expect(reader.review(flat) == expected)
}
