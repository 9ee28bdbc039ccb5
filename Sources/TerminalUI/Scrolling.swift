/// Which part of a long column is seen.
///
/// - Returns: the first visible row so that `selected` is seen with a row of context, moving as little as possible
///   from the middle only when it must.
public func firstVisible(selected: Int, count: Int, rows: Int) -> Int {
  guard count > rows, rows > 0 else { return 0 }
  return min(max(0, selected - rows / 2), count - rows)
}

/// How many of `count` rows can be scrolled away.
public func maximumScroll(count: Int, rows: Int) -> Int { max(0, count - rows) }
