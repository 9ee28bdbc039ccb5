import Attention
import TerminalUI

/// The picture closer and further, and one pane alone.
extension PlaygroundScreen {
  /// Where the cells stand in the picture's pane: what title, numbers and colour bar leave.
  func matrixArea(_ picture: RunPicture, in area: Rect, _ kind: PlaygroundLayout.Kind) -> Rect {
    guard kind != .narrow || view.isAlone else { return area }
    let widest = names.rows.prefix(picture.shape.queries).map(\.cellWidth).max() ?? 0
    let gutter = max(5, String(picture.shape.queries - 1).count + 2, min(12, widest + 2, area.columns / 3))
    return area.inset(left: gutter, top: 2, bottom: 1)
  }

  /// The part of the matrix that is seen: what is around the selected cell.
  func window(_ picture: RunPicture, in matrix: Rect) -> HeatmapWindow {
    HeatmapWindow(
      rows: picture.shape.queries, columns: picture.columns(view.stage), in: matrix, zoom: view.zoom,
      around: view.middle ?? selectedPlace(picture), unit: picture.unit)
  }

  /// The part that is seen on the screen now.
  func window(_ picture: RunPicture, _ session: Session) -> HeatmapWindow {
    window(picture, in: matrixArea(picture, session))
  }

  /// Where the cells stand on the screen now.
  func matrixArea(_ picture: RunPicture, _ session: Session) -> Rect {
    let body = ScreenLayout(session).body
    let layout = PlaygroundLayout(body, heads: picture.heads, alone: view.isAlone ? view.pane : nil)
    return matrixArea(picture, in: layout.picture, layout.kind)
  }

  private func mostZoom(_ picture: RunPicture, _ session: Session) -> Int {
    HeatmapWindow.mostZoom(
      rows: picture.shape.queries, columns: picture.columns(view.stage), in: matrixArea(picture, session),
      unit: picture.unit)
  }

  /// Goes closer to the selected cell or further from it; 0 fits the whole matrix.
  mutating func zoom(by steps: Int, _ session: Session) -> [Effect] {
    guard let picture else { return [] }
    let most = mostZoom(picture, session)
    let before = min(view.zoom, most)
    view.middle = nil
    view.zoom = steps == 0 ? 0 : max(0, min(most, before + steps))
    guard view.zoom == before else { return sayZoom(most, session) }
    let text =
      steps > 0
      ? session.say("This is as close as it gets: the cells show their numbers.", "已是最近：单元格显示数值。")
      : session.say("The whole matrix is in view.   + closer", "整个矩阵都在画面中。   + 放大")
    return [.say(Notice(text))]
  }

  private func sayZoom(_ most: Int, _ session: Session) -> [Effect] {
    guard view.zoom > 0 else { return [] }
    let text =
      view.zoom == most
      ? session.say("The numbers around the selected cell; arrows go on.   0 whole", "所选单元格周围的数值；方向键移动。   0 全图")
      : session.say("Closer to the selected cell; arrows go on.   + closer   0 whole", "靠近所选单元格；方向键移动。   + 放大   0 全图")
    return [.say(Notice(text))]
  }

  /// Gives the screen to one pane, or back to all. A picture that gains nothing by the room is shown in numbers.
  mutating func toggleAlone(_ session: Session) -> [Effect] {
    guard !view.isAlone, let picture, view.pane == .picture else {
      view.isAlone.toggle()
      if !view.isAlone { view.zoom = 0 }
      return []
    }
    func fit() -> HeatmapFit {
      HeatmapFit(
        rows: picture.shape.queries, columns: picture.columns(view.stage), in: matrixArea(picture, session))
    }
    let before = fit()
    view.isAlone = true
    let after = fit()
    let gains = after.pool < before.pool || after.cellColumns > before.cellColumns
    view.zoom = gains ? 0 : mostZoom(picture, session)
    return sayZoom(view.zoom, session)
  }
}
