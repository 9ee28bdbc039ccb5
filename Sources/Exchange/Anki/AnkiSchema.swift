/// The tables of Anki's collection, version 11: the form that every Anki since 2.0 reads.
///
/// Source: github.com/ankitects/anki, rslib/src/storage/schema11.sql.
enum AnkiSchema {
  static let version = 11

  static let tables = """
    CREATE TABLE col (
      id integer PRIMARY KEY, crt integer NOT NULL, mod integer NOT NULL, scm integer NOT NULL, ver integer NOT NULL,
      dty integer NOT NULL, usn integer NOT NULL, ls integer NOT NULL, conf text NOT NULL, models text NOT NULL,
      decks text NOT NULL, dconf text NOT NULL, tags text NOT NULL);
    CREATE TABLE notes (
      id integer PRIMARY KEY, guid text NOT NULL, mid integer NOT NULL, mod integer NOT NULL, usn integer NOT NULL,
      tags text NOT NULL, flds text NOT NULL, sfld integer NOT NULL, csum integer NOT NULL, flags integer NOT NULL,
      data text NOT NULL);
    CREATE TABLE cards (
      id integer PRIMARY KEY, nid integer NOT NULL, did integer NOT NULL, ord integer NOT NULL, mod integer NOT NULL,
      usn integer NOT NULL, type integer NOT NULL, queue integer NOT NULL, due integer NOT NULL, ivl integer NOT NULL,
      factor integer NOT NULL, reps integer NOT NULL, lapses integer NOT NULL, left integer NOT NULL,
      odue integer NOT NULL, odid integer NOT NULL, flags integer NOT NULL, data text NOT NULL);
    CREATE TABLE revlog (
      id integer PRIMARY KEY, cid integer NOT NULL, usn integer NOT NULL, ease integer NOT NULL, ivl integer NOT NULL,
      lastIvl integer NOT NULL, factor integer NOT NULL, time integer NOT NULL, type integer NOT NULL);
    CREATE TABLE graves (usn integer NOT NULL, oid integer NOT NULL, type integer NOT NULL);
    CREATE INDEX ix_notes_usn ON notes (usn);
    CREATE INDEX ix_cards_usn ON cards (usn);
    CREATE INDEX ix_revlog_usn ON revlog (usn);
    CREATE INDEX ix_cards_nid ON cards (nid);
    CREATE INDEX ix_cards_sched ON cards (did, queue, due);
    CREATE INDEX ix_revlog_cid ON revlog (cid);
    CREATE INDEX ix_notes_csum ON notes (csum);
    """

  static let configuration: JSON = .group([
    ("activeDecks", .list([.number(1)])), ("curDeck", .number(1)), ("newSpread", .number(0)),
    ("collapseTime", .number(1200)), ("timeLim", .number(0)), ("estTimes", .flag(true)), ("dueCounts", .flag(true)),
    ("curModel", .text("\(AnkiID.noteType)")), ("nextPos", .number(1)), ("sortType", .text("noteFld")),
    ("sortBackwards", .flag(false)), ("addToCur", .flag(true)),
  ])

  static func decks(_ decks: [(id: Int64, name: String, summary: String)]) -> JSON {
    .group(
      ([(id: 1, name: "Default", summary: "")] + decks).map { deck in
        let today = JSON.list([.number(0), .number(0)])
        return (
          "\(deck.id)",
          .group([
            ("id", .number(deck.id)), ("name", .text(deck.name)), ("desc", .text(deck.summary)), ("mod", .number(0)),
            ("usn", .number(-1)), ("conf", .number(1)), ("dyn", .number(0)), ("collapsed", .flag(false)),
            ("browserCollapsed", .flag(false)), ("extendNew", .number(10)), ("extendRev", .number(50)),
            ("lrnToday", today), ("newToday", today), ("revToday", today), ("timeToday", today),
          ])
        )
      })
  }

  /// Anki's own defaults. On import it keeps the person's.
  static let deckConfiguration: JSON = .group([
    (
      "1",
      .group([
        ("id", .number(1)), ("name", .text("Default")), ("mod", .number(0)), ("usn", .number(0)),
        ("maxTaken", .number(60)), ("timer", .number(0)), ("autoplay", .flag(true)), ("replayq", .flag(true)),
        (
          "new",
          .group([
            ("bury", .flag(true)), ("delays", .list([.number(1), .number(10)])), ("initialFactor", .number(2500)),
            ("ints", .list([.number(1), .number(4), .number(7)])), ("order", .number(1)), ("perDay", .number(20)),
            ("separate", .flag(true)),
          ])
        ),
        (
          "lapse",
          .group([
            ("delays", .list([.number(10)])), ("leechAction", .number(1)), ("leechFails", .number(8)),
            ("minInt", .number(1)), ("mult", .number(0)),
          ])
        ),
        (
          "rev",
          .group([
            ("bury", .flag(true)), ("ease4", .real(1.3)), ("fuzz", .real(0.05)), ("ivlFct", .number(1)),
            ("maxIvl", .number(36500)), ("minSpace", .number(1)), ("perDay", .number(200)),
          ])
        ),
      ])
    )
  ])
}
