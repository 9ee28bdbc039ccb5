import Foundation

/// The table of sines and cosines, added to queries and keys.
///
/// Channel 2i holds sin(p / 10000^(2i/D)) and channel 2i + 1 the cosine of the same angle; with odd D the last channel
/// is a sine. Angles are computed in double precision, at negative positions too.
///
/// Source: Vaswani et al. 2017, Attention Is All You Need, section 3.5.
public struct Sinusoidal: Position {
  public static let name = "sinusoidal"
  public static let summary = Gloss(
    en: "sines and cosines are added to queries and keys",
    zh: "在查询和键上加一张正弦、余弦表")

  public init(_ numbers: [Double]) {}

  public func torch(_ program: TorchProgram) -> [String] {
    [
      "def sinusoids(positions):", "    channel = torch.arange(D)",
      "    angle = positions[:, None] / 10000.0 ** ((channel - channel % 2) / D)",
      "    return torch.where(channel % 2 == 0, angle.sin(), angle.cos())", "", "",
      "q = q + sinusoids(i[:, 0])", "k = k + sinusoids(j[0])",
    ]
  }

  public func apply(to tensor: inout Tensor, from first: Int, _ recipe: Recipe) {
    for row in 0..<tensor.rows {
      let added = (0..<tensor.columns).map { Float(entry(channel: $0, of: tensor.columns, at: first + row)) }
      for head in 0..<tensor.heads {
        let start = (head * tensor.rows + row) * tensor.columns
        for channel in 0..<tensor.columns { tensor.values[start + channel] += added[channel] }
      }
    }
  }

  public func exact(_ vector: [Double], at position: Int, _ recipe: Recipe) -> [Double] {
    vector.indices.map { vector[$0] + entry(channel: $0, of: vector.count, at: position) }
  }

  /// One number of the table.
  private func entry(channel: Int, of dim: Int, at position: Int) -> Double {
    let angle = Double(position) / pow(10_000, Double(channel & ~1) / Double(dim))
    return channel.isMultiple(of: 2) ? sin(angle) : cos(angle)
  }
}
