import Foundation

/// How rope's angles are stretched, so that a model reads further than it was trained for.
public protocol RopeScaling: Part {
  /// The angle by which a pair of channels turns at a position, in radians.
  func angle(position: Int, pair: Int, dim: Int, base: Double) -> Double
  /// What queries and keys are each multiplied by.
  var magnitude: Double { get }
}

extension RopeScaling {
  public var magnitude: Double { 1 }
}

/// Rope as published: pair i turns by p · base^(−2i/D).
public struct NoRopeScaling: RopeScaling {
  public static let name = "none"
  public static let summary = Gloss(en: "the angles of the paper, not stretched", zh: "按论文的角度旋转，不做缩放")

  public init(_ numbers: [Double]) {}

  public func torch(_ program: TorchProgram) -> [String] { ["frequency = base**exponent"] }

  public func angle(position: Int, pair: Int, dim: Int, base: Double) -> Double {
    Double(position) / pow(base, Double(2 * pair) / Double(dim))
  }
}
