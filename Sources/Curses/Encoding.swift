import CNcurses
import Glibc

/// Which characters the terminal is taken to understand.
struct Encoding {
  var isUnicode: Bool
  /// Why only ASCII marks are drawn, as one line for the reader.
  var explanation: String?

  /// Sets the process's character type from the locale of the environment.
  ///
  /// No locale, or `C`, says nothing about the terminal, and nearly every terminal reads UTF-8, so `C.UTF-8` stands in;
  /// likewise for a UTF-8 locale that is not installed. A locale with another character set is believed.
  static func adopt() -> Encoding {
    let isInstalled = setlocale(LC_CTYPE, "") != nil
    let set = isInstalled ? String(cString: nl_langinfo(nl_item(CODESET))) : nameInEnvironment
    switch set.uppercased().filter({ $0.isLetter || $0.isNumber }) {
    case "UTF8" where isInstalled: return Encoding(isUnicode: true)
    case "UTF8", "", "ANSIX341968", "USASCII":
      if setlocale(LC_CTYPE, "C.UTF-8") != nil { return Encoding(isUnicode: true) }
      return Encoding(isUnicode: false, explanation: "No UTF-8 locale is installed, so marks are plain ASCII.")
    default:
      if !isInstalled { setlocale(LC_CTYPE, "C") }
      return Encoding(
        isUnicode: false,
        explanation: "The locale's character set is \(set), so marks are plain ASCII; a UTF-8 locale shows them all.")
    }
  }

  /// `GBK` of `zh_CN.GBK`, from the variable that decides.
  private static var nameInEnvironment: String {
    for variable in ["LC_ALL", "LC_CTYPE", "LANG"] {
      guard let value = getenv(variable).map({ String(cString: $0) }), !value.isEmpty else { continue }
      guard let dot = value.firstIndex(of: ".") else { return "" }
      return String(value[value.index(after: dot)...].prefix { $0 != "@" })
    }
    return ""
  }
}
