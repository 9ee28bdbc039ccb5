/// A related question that is not there.
struct DanglingSee: LintRule {
  func findings(in subject: LintSubject) -> [Diagnostic] {
    // A file that cannot be read has its own faults: an id that points to it is right.
    let known = Set(subject.pages.map(\.file.id))
    return subject.pages.flatMap { page in
      (page.header?.see ?? []).compactMap { see -> Diagnostic? in
        if see.value == page.file.id {
          return Diagnostic(path: page.file.path, location: see.location, message: "see: the question names itself")
        }
        if known.contains(see.value) { return nil }
        let meant = nearest(to: see.value.description, among: known.map(\.description).sorted())
        return Diagnostic(
          path: page.file.path, location: see.location,
          message: "see: there is no \(see.value)" + (meant.map { "; did you mean \($0)?" } ?? ""))
      }
    }
  }
}
