import Foundation
import Workbook

extension Python {
  private struct Source: Encodable {
    let path, text: String
  }

  private struct Failure: Decodable {
    let path: String
    let line: Int
    let message: String
  }

  /// Runs each program by itself, in a child that has the modules already, and says which ended with an error, and
  /// where. What one sets for all, such as a number type, is gone with its child.
  private static let runner = """
    def error(source):
        path = source["path"]
        try:
            with contextlib.redirect_stdout(io.StringIO()):
                exec(compile(source["text"], path, "exec"), {"__name__": "__main__"})
        except SyntaxError as fault:
            return fault.lineno or 1, fault.msg
        except BaseException as fault:
            lines = [frame.lineno for frame in traceback.extract_tb(fault.__traceback__) if frame.filename == path]
            return lines[-1] if lines else 1, f"{type(fault).__name__}: {fault}"

    def report(path, line, message):
        print(json.dumps({"path": path, "line": line, "message": message.split("\\n")[0]}), flush=True)

    def meaning(text):
        try:
            return ast.dump(ast.parse(text))
        except SyntaxError:
            return text

    seen = set()
    for source in json.load(sys.stdin):
        # A translation often differs in its comments only.
        if (known := meaning(source["text"])) in seen:
            continue
        seen.add(known)
        child = os.fork()
        if child == 0:
            if found := error(source):
                report(source["path"], *found)
            os._exit(0)
        if status := os.waitpid(child, 0)[1]:
            report(source["path"], 1, f"the interpreter ended with status {status}")
    print("null", flush=True)
    """

  /// What is wrong with programs of answers: the line that raised an error.
  func faults(of programs: [PythonProgram], needing modules: [String]) throws(CommandFault) -> [Diagnostic] {
    guard !programs.isEmpty else { return [] }
    let sources = programs.map { Source(path: $0.path, text: $0.text) }
    let ending = try run(
      Self.runner, input: (try? JSONEncoder().encode(sources)) ?? Data(),
      needing: modules + ["ast", "contextlib", "io", "json", "os", "traceback"])
    let lines = ending.output.split(separator: "\n")
    guard ending.status == 0, lines.last == "null" else {
      throw CommandFault(.data, "python3 ended before all programs had run: \(ending.errors.suffix(200))")
    }
    return lines.dropLast().compactMap { line in
      guard let failure = try? JSONDecoder().decode(Failure.self, from: Data(line.utf8)) else { return nil }
      return Diagnostic(
        path: failure.path, line: failure.line,
        message: "the program fails: \(failure.message)")
    }
  }
}
