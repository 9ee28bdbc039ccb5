import Attention
import Testing

@Test(arguments: [
  ("queries 0", "queries 0: must be 1 to 16384"),
  ("queries 16385", "queries 16385: must be 1 to 16384"),
  ("queries 99999999999999999999", "queries 99999999999999999999: must be 1 to 16384"),
  ("queries 2.5", "queries 2.5: must be a whole number, 1 to 16384"),
  ("queries eight", "queries eight: not a number"),
  ("queries 0x10", "queries 0x10: not a number"),
  ("dim 1025", "dim 1025: must be 1 to 1024"),
  ("heads 129", "heads 129: must be 1 to 128"),
  ("seed -1", "seed -1: must be 0 or more"),
  ("heads 6 kv-heads 4", "heads 6: not divisible by 4 kv heads. Nearest: 8"),
  ("heads 127 kv-heads 64", "heads 127: not divisible by 64 kv heads. Nearest: 128"),
  ("heads 3 kv-heads 65", "heads 3: not divisible by 65 kv heads. Nearest: 65"),
  ("kv-heads 3", "kv-heads 3: does not divide 1 heads. Nearest: 1"),
  ("dim 7 position rope", "dim 7: odd, but rope turns pairs of channels. Nearest: 8"),
  ("position alibi", "position alibi: unknown. Known: none, sinusoidal, rope"),
  ("score dott", "score dott: unknown. Known: scaled-dot, dot, cosine, additive, bilinear"),
  ("score dot:2", "score dot:2: must have the form dot"),
  ("score additive scale 2", "scale 2: score additive takes no scale"),
  ("scale -0.5 score bilinear", "scale -0.5: score bilinear takes no scale"),
  ("rope-scaling yarn:4", "rope-scaling yarn:4: must have the form yarn:s,L"),
  ("rope-scaling yarn:0.5,8", "rope-scaling yarn:0.5,8: must be yarn:s,L with s 1 to 1000000000"),
  ("rope-scaling ntk:0", "rope-scaling ntk:0: must be ntk:s with s above 0, at most 1000000000"),
  ("mask window:0", "mask window:0: must be window:w with w 1 to 16384"),
  ("mask causal,bigbird:3,1", "mask bigbird:3,1: must have the form bigbird:w,g,r"),
  ("mask dilated:3", "mask dilated:3: must have the form dilated:w,r"),
  (
    "queries 5 keys 3 mask documents", "mask documents: queries stand at -2 to 2, and must stand at the 3 keys"
  ),
  (
    "queries 3 query-start 6 mask documents", "mask documents: queries stand at 6 to 8, and must stand at the 3 keys"
  ),
  ("mask padding", "mask padding: must have the form padding:len"),
  ("mask padding:", "mask padding:: must have the form padding:len"),
  ("mask padding:1,2", "mask padding:1,2: must have the form padding:len"),
  ("mask padding:1.5", "mask padding:1.5: must have the form padding:len"),
  ("mask padding:-1", "mask padding:-1: must be padding:len with len 0 to 16384"),
  (
    "mask casual",
    "mask casual: unknown. Known: none, causal, window:w, prefix:p, padding:len, dilated:w,r, longformer:w,g, bigbird:w,g,r, documents, custom"
  ),
  ("normalize top-k:0", "normalize top-k:0: must be top-k:k with k 1 to 16384"),
  ("kernel latent score cosine", "kernel latent: cannot honour score cosine"),
  ("kernel latent position sinusoidal", "kernel latent: cannot honour position sinusoidal"),
  ("kernel latent heads 4 kv-heads 2", "kernel latent: cannot honour kv-heads 2"),
  ("kernel flash normalize sparsemax", "kernel flash: cannot honour normalize sparsemax"),
  ("kernel flash axis queries", "kernel flash: cannot honour axis queries"),
  ("kernel decode", "kernel decode: needs mask causal: a cache holds no later keys"),
  ("kernel linear score dot", "kernel linear: cannot honour score dot"),
  ("kernel linear mask causal,window:3", "kernel linear: cannot honour mask window:3"),
  ("kernel performer dropout 0.1", "kernel performer: cannot honour dropout 0.1"),
  ("kernel linformer mask causal", "kernel linformer: cannot honour mask causal"),
  ("kernel linformer bias alibi", "kernel linformer: cannot honour bias alibi"),
  ("axis rows", "axis rows: unknown. Known: keys, queries"),
  ("rope-style both", "rope-style both: unknown. Known: interleaved, half"),
  ("temperature 0", "temperature 0: must be above 0"),
  ("temperature nan", "temperature nan: not a number"),
  ("temperature 1e999", "temperature 1e999: not a number"),
  ("rope-base -1", "rope-base -1: must be above 0"),
  ("scale inf", "scale inf: not a number"),
  ("query-start 1000001", "query-start 1000001: must be -1000000 to 1000000"),
  ("softcap 0", "softcap 0: must be above 0"),
  ("dropout 1", "dropout 1: must be 0 or more, below 1"),
  ("dropout -0.1", "dropout -0.1: must be 0 or more, below 1"),
  ("colour red", "colour: no such flag"),
  ("score dot score scaled-dot", "score: given more than once"),
])
func `a recipe refuses in one line, by name`(_ words: String, _ line: String) {
  #expect(message { _ = try Recipe(words) } == line)
}

@Test func `an error names the flag at fault`() {
  #expect(RecipeError.notDivisible(heads: 6, kvHeads: 4, nearest: 8).flag == "heads")
  #expect(RecipeError.oddDim(7).flag == "dim")
  #expect(RecipeError.unknownFlag("colour").flag == "colour")
}

@Test func `setting kv heads blames the kv heads`() throws {
  var recipe = try Recipe("heads 8")
  #expect(message { try recipe.set("kv-heads", to: "3") } == "kv-heads 3: does not divide 8 heads. Nearest: 4")
}
