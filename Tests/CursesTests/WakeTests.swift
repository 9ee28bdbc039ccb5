import Testing

@testable import Curses

@Test func `many wakes are one look`() {
  let wake = Wake()
  #expect(wake.drain().isEmpty)
  wake.signal()
  wake.signal()
  #expect(Set(wake.drain()) == [0])
  #expect(wake.drain().isEmpty)
}

@Test func `a full pipe holds nobody up`() {
  let wake = Wake()
  for _ in 0..<100_000 { wake.signal() }
  #expect(!wake.drain().isEmpty)
  #expect(wake.drain().isEmpty)
}

@Test func `other threads may wake`() async {
  let wake = Wake()
  await Task.detached { wake.signal() }.value
  #expect(wake.drain() == [0])
}
