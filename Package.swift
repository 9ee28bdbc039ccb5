// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]
let onMain = strict + [.defaultIsolation(MainActor.self)]
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "heed",
  products: [.executable(name: "heed", targets: ["heed"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // The rooms, each with the arrows it may have and no others (Tests/ArchitectureTests holds the imports to them).
    .target(name: "CKernels"),
    .target(name: "Attention", dependencies: ["CKernels"], swiftSettings: strict),
    .target(
      name: "CMark", linkerSettings: [.linkedLibrary("cmark-gfm"), .linkedLibrary("cmark-gfm-extensions")]),
    .target(name: "Markdown", dependencies: ["CMark"], swiftSettings: strict),
    .target(name: "Workbook", dependencies: ["Markdown", "Attention", yams], swiftSettings: strict),
    .target(name: "Index", dependencies: ["Workbook", grdb], swiftSettings: strict),
    .target(name: "Learning", dependencies: ["Workbook", grdb], swiftSettings: strict),
    .target(name: "CArchive", linkerSettings: [.linkedLibrary("z"), .linkedLibrary("zstd")]),
    .target(
      name: "Exchange", dependencies: ["Attention", "Markdown", "Workbook", "Learning", "CArchive", grdb],
      swiftSettings: strict),
    .target(name: "TerminalUI", dependencies: ["Markdown"], swiftSettings: strict),
    .target(
      name: "Tutor",
      dependencies: ["Attention", "Markdown", "Workbook", "Index", "Learning", "Exchange", "TerminalUI"],
      swiftSettings: strict),
    .target(name: "CNcurses", linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    .target(name: "Curses", dependencies: ["TerminalUI", "CNcurses"], swiftSettings: onMain),
    .target(name: "Content", path: "Content", resources: [.copy("bank")], swiftSettings: strict),
    .executableTarget(
      name: "heed",
      dependencies: [
        "Attention", "Workbook", "Index", "Learning", "Exchange", "TerminalUI", "Tutor", "Curses", "Content", yams,
        arguments,
      ],
      swiftSettings: strict),

    .testTarget(name: "ArchitectureTests", swiftSettings: strict),
    .testTarget(
      name: "AttentionTests", dependencies: ["Attention"], resources: [.copy("vectors")], swiftSettings: strict),
    .testTarget(name: "MarkdownTests", dependencies: ["Markdown"], swiftSettings: strict),
    .testTarget(
      name: "WorkbookTests", dependencies: ["Workbook", "Markdown", "Attention", "Content"], swiftSettings: strict),
    .testTarget(name: "IndexTests", dependencies: ["Index", "Workbook", grdb], swiftSettings: strict),
    .testTarget(
      name: "LearningTests", dependencies: ["Learning", "Workbook", grdb], resources: [.copy("vectors")],
      swiftSettings: strict),
    .testTarget(
      name: "ExchangeTests", dependencies: ["Exchange", "Markdown", "Workbook", "Learning", grdb],
      resources: [.copy("anki_visit.py")], swiftSettings: strict),
    .testTarget(name: "TerminalUITests", dependencies: ["TerminalUI", "Markdown"], swiftSettings: strict),
    .testTarget(
      name: "TutorTests",
      dependencies: ["Tutor", "Attention", "Markdown", "Workbook", "Index", "Learning", "TerminalUI", "Content"],
      swiftSettings: strict),
    .target(name: "CVterm", path: "Tests/CVterm", linkerSettings: [.linkedLibrary("vterm"), .linkedLibrary("util")]),
    // Shows and does in a real terminal what the terminal's own tests ask of it; no part of the product.
    .executableTarget(
      name: "CursesProbe", dependencies: ["Curses", "TerminalUI"], path: "Tests/CursesProbe", swiftSettings: onMain),
    .testTarget(name: "CursesTests", dependencies: ["Curses", "CNcurses", "TerminalUI"], swiftSettings: onMain),
    .testTarget(
      name: "EndToEnd", dependencies: ["CVterm", "heed", "CursesProbe", grdb], resources: [.copy("bank")],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
