import ArgumentParser
import Attention
import Foundation
import Learning
import Tutor

/// `heed optimize`
struct Optimize: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Fit the weights of FSRS-6 to your own log, from 400 reviews on.",
    discussion: """
      The newest fifth of the reviews on a later day is held out. The weights are used only when they foretell it \
      better than those in use; days that were promised stay.
      """)

  @OptionGroup var options: ScreenOptions

  @ArgumentParser.Flag(help: "Go back to the published weights.")
  var reset = false

  @ArgumentParser.Flag(help: "Print JSON.")
  var json = false

  private struct Figures: Encodable {
    let reviews: Int
    let fitted: Int
    let heldOut: Int
    let before: Double
    let after: Double
    let isUsed: Bool
    let weights: Weights

    enum CodingKeys: String, CodingKey {
      case reviews, fitted, weights
      case heldOut = "held_out"
      case before = "log_loss_before"
      case after = "log_loss_after"
      case isUsed = "used"
    }
  }

  func run() throws {
    let launch = Launch(options: options)
    let configuration = try options.configuration(launch.places)
    let language = try options.common.language(launch.places, configuration)
    func say(_ english: String, _ chinese: String) { print(Gloss(en: english, zh: chinese).text(in: language)) }
    let store = try launch.openStore()
    if reset {
      _ = try store.append([.weights(nil)], at: Date())
      return say("the published weights are in use", "已改用公开的权重")
    }
    let history = try store.history(configuration.scheduler(.current), cache: launch.places.folds)
    let fit: Fit
    do { fit = try Fit(history) } catch { throw CommandFault(error) }
    if fit.isBetter { _ = try store.append([.weights(fit.weights)], at: Date()) }
    if json {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
      let figures = Figures(
        reviews: fit.reviews, fitted: fit.fitted, heldOut: fit.heldOut, before: fit.before, after: fit.after,
        isUsed: fit.isBetter, weights: fit.weights)
      return print(String(decoding: try encoder.encode(figures), as: UTF8.self))
    }
    let (before, after) = (String(format: "%.4f", fit.before), String(format: "%.4f", fit.after))
    say(
      "\(fit.reviews) reviews; fitted to \(fit.fitted) on a later day, judged by the \(fit.heldOut) after them",
      "复习 \(fit.reviews) 次；用隔日复习 \(fit.fitted) 次拟合，以其后的 \(fit.heldOut) 次检验")
    say("log-loss of those held out: \(before) before, \(after) after", "留出部分的对数损失：之前 \(before)，之后 \(after)")
    if fit.isBetter {
      say("the fitted weights are in use", "已采用拟合的权重")
    } else {
      say("no better: the weights stay as they were", "没有改善：权重保持不变")
    }
  }
}

extension CommandFault {
  fileprivate init(_ refusal: Fit.Refusal) {
    switch refusal {
    case .tooFew(let count):
      self.init(
        .data, "\(count) reviews so far; weights are fitted from \(Fit.leastReviews) on",
        zh: "目前有 \(count) 次复习；满 \(Fit.leastReviews) 次才能拟合权重")
    case .nothingLater:
      self.init(
        .data, "too few cards were asked again on a later day: nothing to fit weights to yet", zh: "隔日再问的卡片太少，还没有可拟合的数据"
      )
    }
  }
}
