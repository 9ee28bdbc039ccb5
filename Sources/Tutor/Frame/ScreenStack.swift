import Attention
import Learning
public import TerminalUI

/// The screens, from Home to the front one, and what they share.
///
/// Events go to the front screen first, then to the keys that mean the same everywhere. Drawing goes from the lowest
/// visible screen up.
public struct ScreenStack: Sendable {
  public var session: Session
  public internal(set) var screens: [any Screen]
  var notice: Notice?
  public var size: Size { session.size }
  /// Main screens that were left, as they were.
  private var parked: [Place: any Screen] = [:]

  public init(_ session: Session, size: Size) {
    self.session = session
    self.session.size = size
    screens = [HomeScreen()]
  }

  /// What the first screens want before the first event.
  public mutating func start() -> [Effect] {
    let last = screens.count - 1
    return handle(screens[last].appear(session))
  }

  public var showsClock: Bool { screens.last?.showsClock ?? false }

  /// Performs effects that come from outside, such as going to the screen that the command line names.
  public mutating func perform(_ effects: [Effect]) -> [Effect] { handle(effects) }

  /// Takes an event; returns what the program has to do.
  public mutating func update(_ event: Event) -> [Effect] {
    if case .resize(let size) = event {
      session.size = size
      return handle(screens[screens.count - 1].update(event, session))
    }
    let last = screens.count - 1
    switch event {
    case .key(let key): return press(key)
    case .click(.key(let key)): return press(key)
    case .paste, .click, .wheel:
      notice = nil
      return handle(screens[last].update(event, session))
    default: return handle(screens[last].update(event, session))
    }
  }

  public mutating func receive(_ outcome: Outcome) -> [Effect] {
    if case .failed(let text) = outcome { notice = Notice(text, .bad) }
    let last = screens.count - 1
    // The front screen asked for the editor; the same question may be open below it.
    if case .edited = outcome { return handle(screens[last].receive(outcome, session)) }
    var effects: [Effect] = []
    for index in screens.indices { effects += screens[index].receive(outcome, session) }
    return handle(effects)
  }

  /// - Parameter isCommand: It was chosen from the palette, so that even a letter is no text.
  private mutating func press(_ typed: Key, isCommand: Bool = false) -> [Effect] {
    notice = nil
    let last = screens.count - 1
    let isTyping = screens[last].isTyping && !isCommand
    let key = isTyping ? typed : typed.narrowed
    // Esc and a letter typed fast arrive as one key; no binding uses Alt.
    if case .alt(let character) = key { return press(.escape) + press(.character(character)) }
    if isTooSmall { return key == .character("q") || key == .control("c") ? [.quit] : [] }
    if let effects = screens[last].press(key, session, isCommand: isCommand) { return handle(effects) }
    if isTyping {
      if case .character = key { return handle(screens[last].update(.key(key), session)) }
      let before = screens[last].update(.key(key), session)
      if !before.isEmpty || !Self.worksInFields(key) { return handle(before) }
    }
    for binding in Self.bindings where binding.keys.contains(key) {
      return handle(binding.perform(&self, key, session))
    }
    return handle(screens[last].update(.key(key), session))
  }

  private static func worksInFields(_ key: Key) -> Bool {
    [.escape, .function(1), .control("p"), .control("c"), .control("z")].contains(key)
  }

  /// Performs what concerns the stack and returns the rest.
  private mutating func handle(_ effects: [Effect]) -> [Effect] {
    var rest: [Effect] = []
    for effect in effects {
      switch effect {
      case .push(let screen):
        screens.append(screen)
        rest += appear()
      case .replace(let screen):
        rest += leaveFront()
        screens.append(screen)
        rest += appear()
      case .pop:
        guard screens.count > 1 else { continue }
        rest += leaveFront()
        rest += appear()
      case .go(let place): rest += go(to: place)
      case .press(let key): rest += press(key, isCommand: true)
      case .turn(let parameter, let value):
        rest += change { playground, session in
          let effects = playground.set(parameter, to: value, session)
          // The list is longer than most screens: what was set by its name is brought into sight.
          playground.view.row = .parameter(parameter)
          return effects
        }
      case .show(let recipe): rest += change { $0.show(recipe, $1) }
      case .compare(let comparison): rest += compare(comparison)
      case .focus(let parameter):
        rest += change { playground, _ in
          playground.view.row = .parameter(parameter)
          return playground.focus(.parameters)
        }
      case .say(let notice): self.notice = notice
      case .switchLanguage: session.language = session.language.other
      case .keep(interview: let day):
        session.settings.interview = day
        rest.append(effect)
      case .quit:
        for index in screens.indices { rest += screens[index].disappear(session) }
        rest.append(effect)
      default: rest.append(effect)
      }
    }
    return rest
  }

  /// Changes the playground at the front, or one that is opened for it.
  private mutating func change(_ body: (inout PlaygroundScreen, Session) -> [Effect]) -> [Effect] {
    if var comparison = screens.last as? CompareScreen {
      let effects = comparison.change(session) { body(&$0, session) }
      screens[screens.count - 1] = comparison
      return handle(effects)
    }
    let opening = screens.last is PlaygroundScreen ? [] : handle([.push(PlaygroundScreen(session))])
    guard var playground = screens.removeLast() as? PlaygroundScreen else { return opening }
    let effects = body(&playground, session)
    screens.append(playground)
    return opening + handle(effects)
  }

  /// Shows a comparison in the place of the one at the front, or upon a playground.
  private mutating func compare(_ comparison: Comparison) -> [Effect] {
    if var front = screens.last as? CompareScreen {
      let effects = front.show(comparison, session)
      screens[screens.count - 1] = front
      return handle(effects)
    }
    let playground = screens.last as? PlaygroundScreen ?? PlaygroundScreen(session, experiment: comparison.b)
    if !(screens.last is PlaygroundScreen) { screens.append(playground) }
    return handle([.push(CompareScreen(comparison, in: playground, session))])
  }

  private mutating func appear() -> [Effect] { handle(screens[screens.count - 1].appear(session)) }

  /// Takes the front screen away, keeps it where it has a place, and returns what it still wants done.
  private mutating func leaveFront() -> [Effect] {
    var screen = screens.removeLast()
    let effects = screen.disappear(session)
    if let place = screen.place { parked[place] = screen }
    screens[screens.count - 1].takeOver(from: screen)
    return effects
  }

  /// Goes to a main place: Home alone, or the place upon Home, as it was left.
  private mutating func go(to place: Place) -> [Effect] {
    var rest: [Effect] = []
    while screens.count > 1 { rest += leaveFront() }
    switch place {
    case .home: break
    case .study: screens.append(parked[place] ?? StudyScreen(session))
    case .resume: screens.append(StudyScreen(session, reading: session.history.lastRead))
    case .playground: screens.append(parked[place] ?? PlaygroundScreen(session))
    case .quiz: screens.append(QuizSetupScreen(session))
    case .statistics: screens.append(parked[place] ?? StatisticsScreen())
    }
    return rest + appear()
  }
}

extension Key {
  /// Full-width signs count as their plain forms: an input method may be on.
  var narrowed: Key {
    guard case .character(let character) = self, let scalar = character.unicodeScalars.first,
      character.unicodeScalars.count == 1
    else { return self }
    switch scalar.value {
    case 0xFF01...0xFF5E: return Unicode.Scalar(scalar.value - 0xFEE0).map { .character(Character($0)) } ?? self
    case 0x3010: return .character("[")
    case 0x3011: return .character("]")
    case 0x3000: return .character(" ")
    default: return self
    }
  }
}
