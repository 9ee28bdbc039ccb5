extension Preset {
  /// Every mechanism that has a name, in the order of a course. To add one: its lines here.
  public static let all: [Preset] = scores + tokens + heads + masks + positions + normalizers + kernels + mistakes

  private static let scores = [
    Preset(
      "dot-product", "queries 16 score dot",
      en: "dot product", "a query times a key, not divided by anything (Luong et al. 2015)",
      zh: "点积注意力", "查询与键的点积，不做任何缩放（Luong 等，2015）"),
    Preset(
      "scaled-dot-product", "queries 16 score scaled-dot",
      en: "scaled dot product", "the dot product divided by √d (Vaswani et al. 2017)",
      zh: "缩放点积注意力", "点积除以 √d（Vaswani 等，2017）"),
    Preset(
      "additive", "queries 6 keys 12 dim 16 query-start 0 score additive",
      en: "additive (Bahdanau)", "a small network compares decoder and encoder (Bahdanau et al. 2015)",
      zh: "加性注意力（Bahdanau）", "用一个小网络比较解码器与编码器（Bahdanau 等，2015）"),
    Preset(
      "general", "queries 6 keys 12 dim 16 query-start 0 score bilinear",
      en: "general (Luong)", "a learned matrix between query and key (Luong et al. 2015)",
      zh: "general（Luong）", "查询与键之间有一个可学习矩阵（Luong 等，2015）"),
    Preset(
      "cosine", "queries 16 score cosine scale 10",
      en: "cosine", "the angle alone, times a key strength of 10 (Graves et al. 2014)",
      zh: "余弦注意力", "只看夹角，再乘以强度 10（Graves 等，2014）"),
  ]

  private static let tokens = [
    Preset(
      "self", "queries 16 heads 4",
      en: "self-attention", "every token asks all tokens of its own text (Vaswani et al. 2017)",
      zh: "自注意力", "每个词元询问同一文本中的所有词元（Vaswani 等，2017）"),
    Preset(
      "cross", "queries 8 keys 20 heads 4 query-start 0",
      en: "cross-attention (interactive)", "one text asks another: decoder and encoder (Vaswani et al. 2017)",
      zh: "交叉注意力（交互注意力）", "一段文本询问另一段：解码器问编码器（Vaswani 等，2017）"),
    Preset(
      "attention-pooling", "queries 1 keys 24 heads 4 query-start 0",
      en: "attention pooling", "one learned query sums up a text (Yang et al. 2016; Lee et al. 2019)",
      zh: "注意力池化", "用一个可学习的查询汇总整段文本（Yang 等，2016；Lee 等，2019）"),
    Preset(
      "image-grid", "queries 5 keys 49 dim 32 query-start 0 score additive",
      en: "spatial attention over an image", "each word looks over the 7 × 7 places of an image (Xu et al. 2015)",
      zh: "图像网格上的空间注意力", "每个词在图像的 7 × 7 个位置上看（Xu 等，2015）"),
  ]

  private static let heads = [
    Preset(
      "multi-head", "queries 16 heads 8 dim 32",
      en: "multi-head", "eight heads compare in eight ways at once (Vaswani et al. 2017)",
      zh: "多头注意力", "八个头同时用八种方式比较（Vaswani 等，2017）"),
    Preset(
      "multi-query", "queries 16 heads 8 kv-heads 1 dim 32 mask causal",
      en: "multi-query (MQA)", "all heads share one key and value head (Shazeer 2019)",
      zh: "多查询注意力（MQA）", "所有头共用一个键值头（Shazeer，2019）"),
    Preset(
      "grouped-query", "queries 16 heads 8 kv-heads 2 dim 32 mask causal",
      en: "grouped-query (GQA)", "groups of heads share a key and value head (Ainslie et al. 2023)",
      zh: "分组查询注意力（GQA）", "每组头共用一个键值头（Ainslie 等，2023）"),
    Preset(
      "latent", "queries 16 heads 8 dim 32 position rope mask causal kernel latent",
      en: "latent (MLA)", "keys and values of all heads from one short vector (DeepSeek-V2, 2024)",
      zh: "潜在注意力（MLA）", "所有头的键和值都由一个短向量得到（DeepSeek-V2，2024）"),
  ]

  private static let masks = [
    Preset(
      "causal", "queries 24 mask causal",
      en: "causal", "a token sees itself and what came before (Vaswani et al. 2017)",
      zh: "因果注意力", "词元只看自己和之前的（Vaswani 等，2017）"),
    Preset(
      "sliding-window", "queries 24 mask causal mask window:6",
      en: "sliding window", "a token sees the last six, itself among them (Mistral 7B, 2023)",
      zh: "滑动窗口", "词元只看包括自己在内的最近六个（Mistral 7B，2023）"),
    Preset(
      "dilated", "queries 24 mask dilated:4,2",
      en: "dilated", "a window with gaps: every second token, twice as far (Beltagy et al. 2020)",
      zh: "空洞窗口", "带间隔的窗口：隔一个看一个，看得两倍远（Beltagy 等，2020）"),
    Preset(
      "longformer", "queries 24 mask longformer:3,1",
      en: "Longformer", "a window, and a global token for all (Beltagy et al. 2020)",
      zh: "Longformer", "窗口，加上一个与所有词元互见的全局词元（Beltagy 等，2020）"),
    Preset(
      "bigbird", "queries 24 mask bigbird:2,1,2",
      en: "BigBird", "a window, a global token and two random keys (Zaheer et al. 2020)",
      zh: "BigBird", "窗口、一个全局词元和两个随机的键（Zaheer 等，2020）"),
    Preset(
      "prefix-lm", "queries 24 mask prefix:8",
      en: "prefix LM", "the first eight see each other, the rest is causal (Raffel et al. 2020)",
      zh: "前缀语言模型", "前八个词元双向可见，其余按因果（Raffel 等，2020）"),
  ]

  private static let positions = [
    Preset(
      "alibi", "queries 24 heads 8 bias alibi mask causal",
      en: "ALiBi", "a penalty grows with the distance, a slope for each head (Press et al. 2022)",
      zh: "ALiBi", "随距离增大的惩罚，各头斜率不同（Press 等，2022）"),
    Preset(
      "rope", "queries 24 position rope mask causal",
      en: "RoPE", "queries and keys turn with their positions (Su et al. 2021)",
      zh: "RoPE（旋转位置编码）", "查询和键随位置旋转（Su 等，2021）"),
    Preset(
      "t5", "queries 24 heads 4 bias t5",
      en: "T5 relative bias", "a learned number for each bucket of distances (Raffel et al. 2020)",
      zh: "T5 相对位置偏置", "每个距离桶一个可学习的数（Raffel 等，2020）"),
  ]

  private static let normalizers = [
    Preset(
      "sigmoid", "queries 16 normalize sigmoid mask causal",
      en: "sigmoid attention", "each score by itself, no competition (Ramapuram et al. 2024)",
      zh: "sigmoid 注意力", "每个分数单独计算，互不竞争（Ramapuram 等，2024）"),
    Preset(
      "softmax-off-by-one", "queries 16 normalize softmax1",
      en: "softmax off by one", "one more in the sum: a row may attend to nothing (Miller 2023)",
      zh: "softmax 加一", "分母多加一：一行可以什么都不看（Miller，2023）"),
    Preset(
      "sparsemax", "queries 16 normalize sparsemax",
      en: "sparsemax", "low scores get exactly 0 (Martins and Astudillo 2016)",
      zh: "sparsemax", "低分恰好得 0（Martins 与 Astudillo，2016）"),
    Preset(
      "entmax", "queries 16 normalize entmax15",
      en: "entmax", "between softmax and sparsemax, α = 1.5 (Peters et al. 2019)",
      zh: "entmax", "介于 softmax 与 sparsemax 之间，α = 1.5（Peters 等，2019）"),
    Preset(
      "top-k", "queries 16 normalize top-k:3",
      en: "top-k (hard)", "the three best keys only; one would be hard attention (Gupta et al. 2021)",
      zh: "top-k（硬注意力）", "只看最好的三个键；取一个即硬注意力（Gupta 等，2021）"),
  ]

  private static let kernels = [
    Preset(
      "linear", "queries 64 kernel linear mask causal",
      en: "linear attention", "features instead of softmax, sums run along (Katharopoulos et al. 2020)",
      zh: "线性注意力", "用特征代替 softmax，沿序列累加（Katharopoulos 等，2020）"),
    Preset(
      "performer", "queries 64 dim 16 kernel performer",
      en: "Performer", "softmax approximated by random features (Choromanski et al. 2021)",
      zh: "Performer", "用随机特征近似 softmax（Choromanski 等，2021）"),
    Preset(
      "linformer", "queries 64 kernel linformer",
      en: "Linformer", "keys and values mixed down to a quarter (Wang et al. 2020)",
      zh: "Linformer", "把键和值混合压缩到四分之一（Wang 等，2020）"),
    Preset(
      "flash-attention", "queries 128 heads 4 kernel flash mask causal",
      en: "FlashAttention", "exact, tile by tile, no matrix of weights (Dao et al. 2022)",
      zh: "FlashAttention", "精确、分块计算，不存权重矩阵（Dao 等，2022）"),
  ]

  /// Wrong on purpose.
  private static let mistakes = [
    Preset(
      "sigmoid-for-softmax", "queries 16 normalize sigmoid",
      en: "faulty: sigmoid for softmax", "faulty: rows sum to half the number of keys, not to 1",
      zh: "错误：用 sigmoid 代替 softmax", "错误示范：每行之和约为键数的一半，而不是 1"),
    Preset(
      "wrong-axis", "queries 16 axis queries",
      en: "faulty: softmax over queries", "faulty: the wrong axis, so that columns sum to 1 and rows do not",
      zh: "错误：沿查询做 softmax", "错误示范：轴弄错了，每列之和为 1，而每行不是"),
    Preset(
      "no-scale", "queries 16 dim 512 score dot",
      en: "faulty: no scale", "faulty: without 1/√d one key of a row takes nearly all the weight",
      zh: "错误：没有缩放", "错误示范：没有 1/√d，一行中一个键几乎独占全部权重"),
  ]
}
