public import ArgumentParser
public import TerminalUI

/// The options of the commands that open a screen.
struct ScreenOptions: ParsableArguments {
  @OptionGroup var common: CommonOptions
  @OptionGroup var memory: MemoryOptions

  @Option(help: ArgumentHelp("auto, 256, 8 or none.", valueName: "N"))
  var colours: ColourCount?

  @Option(help: ArgumentHelp("The ground of your terminal: dark or light.", valueName: "GROUND"))
  var theme: Look.Background?

  @Flag(inversion: .prefixedNo, help: "Draw with plain ASCII marks.")
  var ascii: Bool?

  @Flag(inversion: .prefixedNo, help: "Hear clicks and the wheel.")
  var mouse: Bool?

  enum ColourCount: String, ExpressibleByArgument, CaseIterable {
    case auto
    case many = "256"
    case eight = "8"
    case none

    var colours: Look.Colours? {
      switch self {
      case .auto: nil
      case .many: .many
      case .eight: .eight
      case .none: Look.Colours.none
      }
    }
  }
}

extension Look.Background: ExpressibleByArgument {}
