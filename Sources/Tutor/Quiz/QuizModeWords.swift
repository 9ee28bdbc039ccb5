import Attention
import Learning

extension QuizMode {
  /// What it is called in the interface.
  var name: Gloss {
    switch self {
    case .practice: Gloss(en: "Practice", zh: "练习")
    case .exam: Gloss(en: "Exam", zh: "考试")
    case .due: Gloss(en: "Due", zh: "到期")
    case .mistakes: Gloss(en: "Mistakes", zh: "错题")
    case .cram: Gloss(en: "Cram", zh: "突击")
    case .interview: Gloss(en: "Interview", zh: "模拟面试")
    }
  }

  /// What it does, in one line.
  var purpose: Gloss {
    switch self {
    case .practice: Gloss(en: "each answer explained at once", zh: "每题答完即讲解")
    case .exam: Gloss(en: "against the clock, explained at the end", zh: "限时，全部答完后讲解")
    case .due: Gloss(en: "what you are about to forget", zh: "快要忘记的")
    case .mistakes: Gloss(en: "what went wrong, until right twice", zh: "答错的，直到答对两次")
    case .cram: Gloss(en: "what is left, until your interview", zh: "面试前每天补完剩下的一份")
    case .interview: Gloss(en: "speak aloud, then tick what you said", zh: "口头回答，再勾选说到的要点")
    }
  }

  /// The same in 22 columns.
  var shortPurpose: Gloss {
    switch self {
    case .practice: Gloss(en: "explained at once", zh: "答完即讲解")
    case .exam: Gloss(en: "explained at the end", zh: "限时，最后讲解")
    case .due: Gloss(en: "soon forgotten", zh: "快要忘记的")
    case .mistakes: Gloss(en: "until right twice", zh: "直到答对两次")
    case .cram: Gloss(en: "by your interview", zh: "面试前补完")
    case .interview: Gloss(en: "speak, tick points", zh: "口头回答，勾要点")
    }
  }

  /// By what order it asks.
  var order: Gloss {
    switch self {
    case .practice, .exam:
      Gloss(
        en:
          "What is due comes first, the longest due before the rest; then what is new, in a random order; then what falls due soonest.",
        zh: "先问到期的，到期最久的在前；再问未学的，随机排列；最后问最快到期的。")
    case .due:
      Gloss(en: "The longest due comes first; questions as a whole are graded by yourself.", zh: "到期最久的在前；整题由自己评分。")
    case .mistakes:
      Gloss(
        en:
          "What went wrong longest ago comes first. Each comes again until it was right twice; a hint makes no right answer.",
        zh: "最早答错的在前。每题反复出现，直到答对两次；用了提示不算答对。")
    case .cram:
      Gloss(
        en:
          "What is left was never answered, or not right the last time. It is spread evenly over the days; what you answer here moves no schedule.",
        zh: "剩下的是没答过的和上次没答对的，平均分到每一天；在这里作答不改变复习日程。")
    case .interview:
      Gloss(
        en: "The easier come first. Your ticks become the grade of the question as a whole.", zh: "由易到难。勾选的要点决定整题的自评。")
    }
  }

  /// Whether the learner says how many it asks.
  var isCounted: Bool { self != .due && self != .cram }
}
