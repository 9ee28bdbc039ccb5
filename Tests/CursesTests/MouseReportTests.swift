import TerminalUI
import Testing

@testable import Curses

@Test(arguments: [
  ("0;1;1M", Mouse(.press, at: Point(column: 0, row: 0))),
  ("0;81;25m", Mouse(.release, at: Point(column: 80, row: 24))),
  ("32;3;4M", Mouse(.drag, at: Point(column: 2, row: 3))),
  ("64;3;4M", Mouse(.wheelUp, at: Point(column: 2, row: 3))),
  ("65;300;4M", Mouse(.wheelDown, at: Point(column: 299, row: 3))),
])
func `a mouse report becomes an action at a place`(report: String, mouse: Mouse) {
  #expect(Mouse(report: report) == mouse)
}

@Test func `modifiers do not change what a click means`() {
  #expect(Mouse(report: "28;1;1M") == Mouse(.press, at: Point(column: 0, row: 0)))
}

@Test(arguments: ["", "M", "0;1M", "0;0;1M", "0;1;1", "a;b;cM", "2;1;1M", "66;1;1M", "0;1;1;1M", "-1;-1;-1M"])
func `what is no report of the left button or the wheel is nothing`(report: String) {
  #expect(Mouse(report: report) == nil)
}
