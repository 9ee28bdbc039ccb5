import Markdown
import Workbook

/// A place in an answer that holds at every width and in every language: a block, and how far down in it.
struct ReaderPlace: Hashable, Sendable {
  /// The part of the answer; −1 before the first.
  var part = -1
  /// 0 is the part's heading.
  var block = 0
  /// The share of the block's lines that lies above, from 0 to below 1.
  var share = 0.0
}

/// The lines of the reader, as long as nothing changes that they show.
struct ReaderPage: Sendable {
  let contents: ReaderContents
  let lines: [ReaderLine]

  /// The row that stands at a place; the next one where the answer has no such place.
  func row(of place: ReaderPlace) -> Int {
    let wanted = (place.part, place.block)
    guard let first = lines.firstIndex(where: { ($0.part, $0.block) >= wanted }) else { return max(0, lines.count - 1) }
    guard (lines[first].part, lines[first].block) == wanted else { return first }
    return first + Int((place.share * Double(rowCount(from: first))).rounded())
  }

  func place(ofRow row: Int) -> ReaderPlace {
    guard lines.indices.contains(row) else { return ReaderPlace() }
    let line = lines[row]
    let first = lines[...row].lastIndex { $0.part != line.part || $0.block != line.block }.map { $0 + 1 } ?? 0
    return ReaderPlace(
      part: line.part, block: line.block, share: Double(row - first) / Double(rowCount(from: first)))
  }

  /// The first block of code that some rows show, as its author wrote it.
  func firstCode(inRows rows: Range<Int>) -> String? {
    let sections = contents.question.sections
    for line in lines[rows] where line.block > 0 && sections.indices.contains(line.part) {
      let block = sections[line.part].blocks[line.block - 1]
      if case .code(let info, let text) = block.kind, !info.hasPrefix("math") { return text }
    }
    return nil
  }

  /// How many rows the block that begins at a row has.
  private func rowCount(from first: Int) -> Int {
    lines[first...].prefix { $0.part == lines[first].part && $0.block == lines[first].block }.count
  }
}
