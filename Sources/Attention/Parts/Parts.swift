/// Every part that there is, in the order in which the playground shows them. To add one: its file, and its line here.
public enum Parts {
  /// Where tokens stand.
  public static let positions: [any Position.Type] = [NoPosition.self, Sinusoidal.self, Rope.self]
  /// How rope stretches its angles beyond the trained length.
  public static let ropeScalings: [any RopeScaling.Type] = [
    NoRopeScaling.self, LinearScaling.self, NTKScaling.self, YarnScaling.self,
  ]
  /// How a query is compared with a key.
  public static let scores: [any Score.Type] = [
    ScaledDot.self, Dot.self, Cosine.self, Additive.self, Bilinear.self,
  ]
  /// What is added to a score.
  public static let biases: [any Bias.Type] = [NoBias.self, Alibi.self, T5.self]
  /// Which keys a query may see.
  public static let masks: [any Mask.Type] = [
    Causal.self, Window.self, Prefix.self, Padding.self, Dilated.self, Longformer.self, BigBird.self, Documents.self,
    CustomMask.self,
  ]
  /// What makes weights of scores.
  public static let normalizers: [any Normalizer.Type] = [
    Softmax.self, Softmax1.self, Sigmoid.self, Sparsemax.self, Entmax15.self, TopK.self, NoNormalizer.self,
  ]
  /// How the result is computed.
  public static let kernels: [any Kernel.Type] = [
    PlainKernel.self, Flash.self, Decode.self, Latent.self, Linear.self, Performer.self, Linformer.self,
  ]

  /// What is done wrong on purpose.
  public static let faults: [any Fault.Type] = [
    NoFault.self, MaskAfterSoftmax.self, MaskTimesZero.self, MaskInverted.self, TopLeft.self, TileKV.self,
    HeadsReshape.self, RopeMixed.self, RopeRestart.self, AlibiSign.self, ScaleDK.self, NoRescale.self,
    DropoutAtEval.self,
  ]
}
