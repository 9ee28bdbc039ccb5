import Attention
import Exchange
import Learning

extension StatisticsScreen {
  /// The forms in which `e` saves the figures.
  static func forms(_ statistics: Statistics) -> [SaveForm] {
    [
      SaveForm(Gloss(en: "a row for each topic", zh: "每个主题一行"), file: "heed-topics.csv") {
        Table.topics(statistics).csv
      },
      SaveForm(Gloss(en: "a row for each day: reviews, and what comes due", zh: "每天一行：复习次数与到期数"), file: "heed-days.csv")
      {
        Table.days(statistics).csv
      },
      SaveForm(
        Gloss(en: "every figure, as heed stats --json prints it", zh: "所有数字，同 heed stats --json"),
        file: "heed-statistics.json"
      ) {
        try statistics.json()
      },
    ]
  }
}
