import Testing

@testable import TerminalUI

@Test func `the darkest colour is the low end, the lightest everything beyond the high end`() {
  #expect(ColourMap.viridis.colour(of: 0, in: 0...0.2, on: .dark) == 53)
  #expect(ColourMap.viridis.colour(of: 0.2, in: 0...0.2, on: .dark) == 227)
  #expect(ColourMap.viridis.colour(of: 7, in: 0...0.2, on: .dark) == 227)
}

@Test func `the signed map has the ground's grey at zero, blue below and orange above`() {
  #expect(ColourMap.signed.colour(of: 0, in: -2...2, on: .dark) == 236)
  #expect(ColourMap.signed.colour(of: 0, in: -2...2, on: .light) == 254)
  #expect(ColourMap.signed.colour(of: -2, in: -2...2, on: .dark) == 153)
  #expect(ColourMap.signed.colour(of: 2, in: -2...2, on: .dark) == 222)
}

@Test func `with eight colours the ramp runs through blue, cyan, green, yellow and bold white`() {
  let look = Look(colours: .eight)
  let inks = [0, 0.3, 0.5, 0.7, 1].map { ColourMap.viridis.glyphStyle(of: Float($0), in: 0...1, look: look) }
  #expect(inks.map(\.ink) == [.colour(4), .colour(6), .colour(2), .colour(3), .colour(7)])
  #expect(inks.map(\.isBold) == [false, false, false, false, true])
}

@Test func `a number on a colour is black or white, whichever is read`() {
  #expect(ColourMap.viridis.contrast(to: 0, in: 0...1, on: .dark) == 231)
  #expect(ColourMap.viridis.contrast(to: 1, in: 0...1, on: .dark) == 16)
  #expect(ColourMap.signed.contrast(to: 0, in: -1...1, on: .dark) == 231)
  #expect(ColourMap.signed.contrast(to: 0, in: -1...1, on: .light) == 16)
  #expect(ColourMap.signed.contrast(to: 1, in: -1...1, on: .light) == 231)
}
