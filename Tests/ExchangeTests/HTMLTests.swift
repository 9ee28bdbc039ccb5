import Markdown
import Testing

@testable import Exchange

@Test(arguments: [
  ("a *b* **c** `d<e`", "<p>a <i>b</i> <b>c</b> <code>d&lt;e</code></p>"),
  ("mass $a < b$", #"<p>mass \(a &lt; b\)</p>"#),
  ("```math\n\\frac{1}{2}\n```", "<p>\\[\\frac{1}{2}\n\\]</p>"),
  ("```python\nx = a[0] & 1\n```", "<pre><code>x = a[0] &amp; 1\n</code></pre>"),
  ("1. one\n2. two", "<ol><li>one</li><li>two</li></ol>"),
  ("- one\n\n  more", "<ul><li>one\n<p>more</p></li></ul>"),
  ("> said", "<blockquote><p>said</p></blockquote>"),
  (
    "| a | b |\n|---|--:|\n| 1 | $x$ |",
    #"<table><tr><th>a</th><th style="text-align:right">b</th></tr><tr><td>1</td><td style="text-align:right">\(x\)</td></tr></table>"#
  ),
  ("two\nlines", "<p>two\nlines</p>"),
  ("掩码\n之后", "<p>掩码之后</p>"),
  ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
])
func `markdown becomes HTML with MathJax's marks`(markdown: String, html: String) {
  #expect(Document(parsing: markdown).blocks.html == html)
}
