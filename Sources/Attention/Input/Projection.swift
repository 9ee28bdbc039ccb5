/// The matrices around attention: what makes q, k and v of tokens, and the model's channels of the heads' outputs.
///
/// A matrix is laid out as PyTorch's `Linear`, `[out][in]`: x·Wᵀ + b. The outputs of wq, wk and wv are split into heads
/// by channels, head after head.
public struct Projection: Equatable, Sendable {
  /// One `Linear`: a weight `[out][in]` and, if there is one, a bias `[out]`.
  public struct Linear: Equatable, Sendable {
    /// `[out][in]`, one head.
    public let weight: Tensor
    /// `[out]`.
    public let bias: [Float]?

    /// Floating-point operations for a number of rows.
    func flops(rows: Int) -> Int { 2 * rows * weight.rows * weight.columns }

    /// x·Wᵀ + b for x `[rows][in]`, as `[rows][out]`.
    func apply(_ x: UnsafeBufferPointer<Float>, rows: Int) -> [Float] {
      let width = weight.rows
      return [Float](unsafeUninitializedCapacity: rows * width) { buffer, filled in
        weight.values.withUnsafeBufferPointer { weight in
          let packed = PackedMatrix(transposing: weight, rows: width, columns: self.weight.columns)
          packed.multiply(x, rows: rows, into: UnsafeMutableBufferPointer(rebasing: buffer[0..<rows * width]))
        }
        if let bias {
          for row in 0..<rows { for column in 0..<width { buffer[row * width + column] += bias[column] } }
        }
        filled = rows * width
      }
    }
  }

  /// The tokens that ask, `[queries][channels]`.
  public let x: Tensor
  /// The tokens that are read in cross-attention, `[keys][channels]`; nil in self-attention.
  public let y: Tensor?
  /// `[heads × dim][channels of x]`.
  public let wq: Linear
  /// `[kvHeads × dim][channels of y]`.
  public let wk: Linear
  /// `[kvHeads × valueDim][channels of y]`.
  public let wv: Linear
  /// `[channels of the output][heads × valueDim]`.
  public let wo: Linear

  /// Channels of the output.
  public var outputWidth: Int { wo.weight.rows }

  /// Floating-point operations of the four products.
  var flops: Int {
    let keys = (y ?? x).rows
    return wq.flops(rows: x.rows) + wk.flops(rows: keys) + wv.flops(rows: keys) + wo.flops(rows: x.rows)
  }

  /// Tokens through a `Linear`, split into heads: `[heads][tokens][out / heads]`.
  static func split(_ tokens: Tensor, _ linear: Linear, heads: Int) -> Tensor {
    let flat = tokens.values.withUnsafeBufferPointer { linear.apply($0, rows: tokens.rows) }
    let dim = linear.weight.rows / heads
    var values: [Float] = []
    values.reserveCapacity(flat.count)
    for head in 0..<heads {
      for row in 0..<tokens.rows {
        let start = row * linear.weight.rows + head * dim
        values += flat[start..<start + dim]
      }
    }
    return Tensor(heads: heads, rows: tokens.rows, columns: dim, values: values)
  }

  /// The heads' outputs `[heads][queries][valueDim]`, side by side and through wo: `[1][queries][outputWidth]`.
  func join(_ output: Tensor) -> Tensor {
    var beside: [Float] = []
    beside.reserveCapacity(output.values.count)
    for row in 0..<output.rows {
      for head in 0..<output.heads { beside += output.row(head, row) }
    }
    let values = beside.withUnsafeBufferPointer { wo.apply($0, rows: output.rows) }
    return Tensor(heads: 1, rows: output.rows, columns: outputWidth, values: values)
  }
}
