public import TerminalUI

extension Terminal {
  /// What the caller wants of the terminal; the terminal's own abilities limit it.
  public struct Options: Sendable {
    /// The most colours to use; nil: as many as the terminal has. The caller turns `NO_COLOR` into `.none`.
    public var colours: Look.Colours?
    public var background: Look.Background
    /// Draw with plain ASCII marks. A locale without UTF-8 forces it.
    public var ascii: Bool
    /// Report clicks, drags and the wheel. Without it the terminal's own selection works undisturbed.
    public var mouse: Bool

    public nonisolated init(
      colours: Look.Colours? = nil, background: Look.Background = .dark, ascii: Bool = false, mouse: Bool = true
    ) {
      (self.colours, self.background, self.ascii, self.mouse) = (colours, background, ascii, mouse)
    }
  }
}
