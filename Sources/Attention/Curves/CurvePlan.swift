/// Lines of numbers against a quantity: where they have points, and which runs give them.
public struct CurvePlan: Equatable, Sendable {
  /// A run that gives one point of one line.
  public struct Measurement: Equatable, Sendable {
    /// The line, from 0.
    public let line: Int
    /// The place on the axis, from 0.
    public let place: Int
    /// What to run.
    public let recipe: Recipe
  }

  /// Where the points lie on the axis, in ascending order.
  public let places: [Double]
  /// The lines' names, in the field's words: `plain`, `MHA`.
  public let names: [String]
  /// Points that need no run, `[lines][places]`; empty where all of them do.
  public let known: [[Double]]
  /// The runs, in the order in which they are best made.
  public let measurements: [Measurement]
  /// How often each is to be made: more than once where time is measured.
  public let repeats: Int

  init(
    places: [Double], names: [String], known: [[Double]] = [], measurements: [Measurement] = [], repeats: Int = 1
  ) {
    (self.places, self.names, self.known) = (places, names, known)
    (self.measurements, self.repeats) = (measurements, repeats)
  }
}
