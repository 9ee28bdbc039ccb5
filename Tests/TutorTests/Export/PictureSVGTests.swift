import Attention
import Foundation
import TerminalUI
import Testing

@testable import Tutor

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// What an XML parser finds.
private final class Elements: NSObject, XMLParserDelegate {
  var all: [(name: String, attributes: [String: String])] = []
  var text = ""

  init(_ text: String) throws {
    super.init()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = self
    guard parser.parse() else { throw parser.parserError ?? CocoaError(.fileReadCorruptFile) }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) { all.append((name, attributes)) }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }
}

@Suite struct `A picture as SVG` {
  @Test func `has a path cell for every weight that is not masked`() throws {
    let elements = try Elements(exported(.svg, ["queries": "9", "heads": "2", "mask": "causal"]))
    let cells = elements.all.filter { $0.name == "path" }.reduce(0) { count, path in
      count + (path.attributes["d"]?.count { $0 == "z" } ?? 0)
    }
    #expect(cells == 2 * 45)
    #expect(elements.text.contains("weights, head 2 of 2") && elements.text.contains("blank: masked"))
    #expect(elements.text.contains("heed attend --queries 9 --heads 2 --mask causal"))
  }

  @Test func `puts a cell where its row and column are, in the colour of its weight`() throws {
    // One query that sees one key: the largest weight there is.
    let elements = try Elements(exported(.svg, ["queries": "2", "mask": "causal"]))
    let path = try #require(elements.all.last { $0.name == "path" })
    #expect(path.attributes["d"]?.hasPrefix("M0 0h32v32h-32z") == true)
    #expect(path.attributes["fill"] == ColourMap.viridis.hexadecimal(at: 47.5 / 48, on: .light))
  }

  @Test func `follows a dark theme, and asks for no other file`() throws {
    let text = try exported(.svg, ["queries": "9"], ExportedPicture(stage: .scores))
    #expect(text.contains("@media(prefers-color-scheme:dark)"))
    #expect(text.contains(".c0{fill:\(ColourMap.signed.hexadecimal(at: 0.5 / 48, on: .dark))}"))
    #expect(!text.contains("href") && !text.contains("url(") && !text.contains("<script"))
  }

  @Test func `pools a large matrix, so that the file stays small`() throws {
    let text = try exported(.svg, ["queries": "1000", "dim": "4"])
    #expect(text.contains("weights, 4×"))
    #expect(text.utf8.count < 3_000_000)
  }
}

@Suite struct `A colour of the palette` {
  @Test func `is that of xterm`() {
    #expect(ColourMap.grey.hexadecimal(at: 0, on: .dark) == "#303030", "236")
    #expect(ColourMap.viridis.hexadecimal(at: 0, on: .dark) == "#5f005f", "53")
    #expect(ColourMap.viridis.hexadecimal(at: 1, on: .light) == "#ffff5f", "227")
    // Halfway between the first two of eleven levels: 53 is 5f005f, 54 is 5f0087.
    #expect(ColourMap.viridis.hexadecimal(at: 0.05, on: .light) == "#5f0073")
  }
}
