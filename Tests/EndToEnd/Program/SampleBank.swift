import Foundation

/// Three questions with five quiz items, each in English and in Chinese.
enum SampleBank {
  static let folder = Bundle.module.bundleURL.appending(path: "bank", directoryHint: .isDirectory)

  /// One item of a quiz: what it asks, and what to choose or to type.
  struct Item {
    let prompt: String
    let right: [String]
    let wrong: [String]
    var isTyped = false
  }

  static let items = [
    Item(prompt: "How many channels spread the sum by 8?", right: ["sixty-four"], wrong: ["eight"]),
    Item(prompt: "What is the root of 64?", right: ["8"], wrong: ["9"], isTyped: true),
    Item(
      prompt: "Which of these hold for a row of weights?", right: ["they add up to one", "none is negative"],
      wrong: ["all are equal"]),
    Item(prompt: "What does one row belong to?", right: ["a query"], wrong: ["a key"]),
    Item(prompt: "What may the first position see?", right: ["itself"], wrong: ["everything"]),
    Item(prompt: "多少个通道使标准差为 8？", right: ["六十四个"], wrong: ["八个"]),
    Item(prompt: "64 的平方根是多少？", right: ["8"], wrong: ["9"], isTyped: true),
    Item(prompt: "一行权重有哪些性质？", right: ["和为一", "没有负数"], wrong: ["全都相等"]),
    Item(prompt: "一行属于什么？", right: ["一个查询"], wrong: ["一个键"]),
    Item(prompt: "第一个位置能看到什么？", right: ["它自己"], wrong: ["一切"]),
  ]

  static let itemCount = items.count / 2
}
