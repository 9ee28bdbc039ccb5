/// How Anki shows a card: the fields of its note, and the template and style that they are laid out with.
enum AnkiNoteType {
  static let name = "heed"
  static let fields = ["Prompt", "Options", "Answer", "Explanation", "Source", "Card"]

  static let front = "{{Prompt}}{{Options}}"
  static let back = """
    {{FrontSide}}<hr id="answer"><div class="answer{{#Explanation}} right{{/Explanation}}">{{Answer}}</div>
    {{#Explanation}}<div class="why">{{Explanation}}</div>{{/Explanation}}
    <div class="source">{{Source}}<br>{{Card}}</div>
    """

  static let style = """
    .card { font-family: sans-serif; font-size: 18px; line-height: 1.45; text-align: left; max-width: 40em; margin: 1em auto; }
    .options { list-style: upper-alpha; }
    .options li, .why li { margin: .4em 0; }
    .right { font-weight: 600; }
    .why { font-size: 16px; opacity: .85; }
    .why li p { margin: .1em 0; }
    .source { font-size: 13px; opacity: .6; margin-top: 1.5em; }
    pre { background: rgba(128, 128, 128, .12); padding: .6em .8em; overflow-x: auto; font-size: 15px; }
    table { border-collapse: collapse; }
    td, th { border: 1px solid rgba(128, 128, 128, .4); padding: .25em .6em; }
    .heat td { width: 12px; height: 12px; padding: 0; border: 0; }
    """

  static var json: JSON {
    .group([
      ("id", .number(AnkiID.noteType)), ("name", .text(name)), ("type", .number(0)), ("mod", .number(0)),
      ("usn", .number(-1)), ("sortf", .number(0)), ("did", .number(1)), ("vers", .list([])), ("tags", .list([])),
      ("css", .text(style)), ("latexPre", .text("")), ("latexPost", .text("")),
      ("req", .list([.list([.number(0), .text("any"), .list([.number(0)])])])),
      (
        "flds",
        .list(
          fields.enumerated().map { place, name in
            .group([
              ("name", .text(name)), ("ord", .number(Int64(place))), ("sticky", .flag(false)), ("rtl", .flag(false)),
              ("font", .text("Arial")), ("size", .number(20)), ("media", .list([])),
            ])
          })
      ),
      (
        "tmpls",
        .list([
          .group([
            ("name", .text("Card")), ("ord", .number(0)), ("qfmt", .text(front)), ("afmt", .text(back)),
            ("did", .none), ("bqfmt", .text("")), ("bafmt", .text("")),
          ])
        ])
      ),
    ])
  }
}
