import Attention
import TerminalUI

extension PlaygroundScreen {
  /// Opens all figures of the run that is shown.
  func openNumbers(_ session: Session) -> [Effect] {
    if let lack = lackOfWholeRun(session) { return [.say(lack)] }
    guard let picture else { return [] }
    return [.push(NumbersScreen(picture, head: view.head(in: picture.shape)))]
  }
}
