/// The files of the sample bank in Chinese.
extension SampleText {
  static let chineseNames = """
    language: zh
    topics:
      - {id: scores, title: 缩放点积与 softmax, short: 缩放点积, summary: 缩放与 softmax}
      - {id: masks, title: 掩码, summary: 查询可以看什么}
    headings: {short-answer: 简答, in-depth: 详解, code: 代码, mistakes: 常见错误, follow-ups: 追问, quiz: 测验}
    """

  static let scaleInChinese = """
    ---
    title: 为什么要除以 √d_k？
    level: junior
    kind: concept
    tags: [softmax, 方差]
    references:
      - Vaswani et al. 2017, Attention Is All You Need, §3.2.1
    experiment:
      score: dot
      queries: 16
      keys: 16
      dim: 64
      seed: 1
      notice: 各行几乎是 one-hot。把 score 换成 scaled-dot，看熵怎样变化。
    ---

    ## 简答
    当 q、k 的各分量独立且方差为 1 时，q·k 的方差等于 d_k；不缩放，softmax 饱和，梯度消失。

    ## 详解
    设各分量相互独立，均值为 0，方差为 1：

    ```math
    Var(q·k) = Σ Var(q_i k_i) = d_k
    ```

    | d_k | sd(q·k) | 缩放后 |
    |---:|---:|---:|
    | 64 | 8 | 1 |
    | 1024 | 32 | 1 |

    ```check
    where: {d: 64}
    expect: sqrt(d) = 8
    ```

    ## 代码
    ```python
    scores = q @ k.T / d ** 0.5   # [n,m]
    ```

    ## 常见错误
    - “除以 d_k。”那样每一行都近乎均匀。

    ## 追问
    - 换成加性注意力会怎样？

    ## 测验
    ### q、k 方差为 1，d_k = 64。q·k 的标准差是多少？
    - [ ] 1
      > 那是缩放之后。
    - [x] 8
      > 方差是 d_k，所以标准差是 √64。
    - [ ] 64，因为 64 个分量的乘积每一个都给它再加上 1
      > 那是方差。

    ### 乘以哪个数，能让 d_k = {d} 的分数回到方差 1？
    ```answer
    given: {d: [16]}
    value: 1 / sqrt(d)
    tolerance: 0
    ```
    > {d} 的平方根分之一。
    """

  static let shiftInChinese = """
    ---
    title: softmax 为何平移不变？
    level: mid
    kind: derivation
    tags: [softmax, 稳定性]
    references:
      - Goodfellow et al. 2016, Deep Learning, §4.1
    ---

    ## 简答
    每个分数加同一个常数，分子分母同乘一个因子，约去。

    ## 详解
    减去最大的分数，指数就不会溢出。

    ## 测验
    ### 哪些操作不改变 softmax(s)？
    - [x] 每个分数加 3
      > 因子 e³ 约去。
    - [ ] 每个分数乘 2
      > 会变得更尖。
    - [x] 减去最大的分数
      > 也是平移。
    - [ ] 每个分数取平方
      > 次序变了。
    """

  static let causalInChinese = """
    ---
    title: 因果掩码禁止什么？
    level: junior
    kind: concept
    tags: [掩码, 解码器]
    references:
      - Vaswani et al. 2017, Attention Is All You Need, §3.2.3
    ---

    ## 简答
    查询 i 只能看 j ≤ i 的键 j。

    ## 详解
    softmax 之前把分数设为 −∞。

    ## 测验
    ### 为什么要在 softmax 之前把被掩蔽的分数设为 −∞，而不是在 softmax 之后把相应的权重置为 0？
    - [ ] 零不可导
      > 乘常数 0 是可导的。
    - [x] 剩下的权重之和不再等于 1
      > 被掩蔽的键仍占分母的一份。
    - [ ] 零仍然要相乘，速度更慢
      > 不是这个原因。
    - [ ] fp16 存不下
      > 0 到处都存得下。
    """

  static let sizeInChinese = """
    ---
    title: 一条长序列的 float32 掩码占多少内存？
    level: senior
    kind: estimation
    tags: [内存]
    references:
      - Dao et al. 2022, FlashAttention, §2
    ---

    ## 简答
    每对查询与键占四个字节。

    ## 详解
    随长度的平方增长。

    ## 测验
    ### {n} × {n} 的 float32 掩码有多大？
    ```answer
    given: {n: [16384]}
    value: n * n * 4
    unit: bytes
    tolerance: 1%
    ```
    > 每对四个字节，共 1 GiB。
    """
}
