import Attention
import TerminalUI

extension PlaygroundScreen {
  /// Opens the choice of a format for the run that is shown, and for the picture as it is seen.
  func export(_ session: Session) -> [Effect] {
    if let lack = lackOfWholeRun(session) { return [.say(lack)] }
    guard let picture else { return [] }
    let shown = ExportedPicture(
      stage: view.stage, head: view.head(in: picture.shape), colours: view.colours, look: session.look,
      language: session.language)
    return [.push(ExportScreen(picture, shown))]
  }
}
