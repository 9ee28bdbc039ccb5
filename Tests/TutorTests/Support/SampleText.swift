/// The files of the sample bank in English; those in Chinese say the same.
enum SampleText {
  static let englishNames = """
    language: en
    topics:
      - {id: scores, title: Scaled dot product and softmax, short: Scaled dot product, summary: The scale and the softmax}
      - {id: masks, title: Masks, summary: What a query may look at}
    headings:
      short-answer: Short answer
      in-depth: In depth
      code: Code
      mistakes: Common mistakes
      follow-ups: Follow-ups
      quiz: Quiz
    """

  static let scale = """
    ---
    title: Why scale by √d_k?
    level: junior
    kind: concept
    tags: [softmax, variance]
    references:
      - Vaswani et al. 2017, Attention Is All You Need, §3.2.1
    experiment:
      score: dot
      queries: 16
      keys: 16
      dim: 64
      seed: 1
      notice: Rows are almost one-hot. Switch the score to scaled-dot and watch the entropy.
    ---

    ## Short answer
    With unit-variance q and k, q·k has variance d_k: undivided, softmax saturates and its gradient vanishes.

    ## In depth
    For independent parts of mean 0 and variance 1:

    ```math
    Var(q·k) = Σ Var(q_i k_i) = d_k
    ```

    | d_k | sd(q·k) | sd after |
    |---:|---:|---:|
    | 64 | 8 | 1 |
    | 1024 | 32 | 1 |

    ```check
    where: {d: 64}
    expect: sqrt(d) = 8
    ```

    ## Code
    ```python
    scores = q @ k.T / d ** 0.5   # [n,m]
    ```

    ## Common mistakes
    - “Divide by d_k.” Then every row is nearly uniform.

    ## Follow-ups
    - What would change with additive attention?

    ## Quiz
    ### With q and k of unit variance and d_k = 64, what is the standard deviation of q·k?
    - [ ] 1
      > That is after scaling.
    - [x] 8
      > The variance is d_k, so the standard deviation is √64.
    - [ ] 64, because each of the 64 products of the components adds one more to it
      > That is the variance.

    ### Which factor brings the scores of d_k = {d} back to unit variance?
    ```answer
    given: {d: [16]}
    value: 1 / sqrt(d)
    tolerance: 0
    ```
    > One over the root of {d}.
    """

  static let shift = """
    ---
    title: Why is softmax shift-invariant?
    level: mid
    kind: derivation
    tags: [softmax, stability]
    references:
      - Goodfellow et al. 2016, Deep Learning, §4.1
    ---

    ## Short answer
    A constant added to every score is a factor of numerator and denominator alike, and cancels.

    ## In depth
    Subtract the largest score, and no exponent overflows.

    ## Quiz
    ### Which of these leave softmax(s) as it is?
    - [x] Adding 3 to every score
      > The factor e³ cancels.
    - [ ] Doubling every score
      > That sharpens it.
    - [x] Subtracting the largest score
      > A shift like any other.
    - [ ] Squaring every score
      > That changes the order.
    """

  static let causal = """
    ---
    title: What does a causal mask forbid?
    level: junior
    kind: concept
    tags: [mask, decoder]
    references:
      - Vaswani et al. 2017, Attention Is All You Need, §3.2.3
    ---

    ## Short answer
    Query i may look at key j only where j ≤ i.

    ## In depth
    Its score is set to −∞ before the softmax.

    ## Quiz
    ### Why are masked scores set to −∞ before the softmax, rather than masked weights to 0 after it?
    - [ ] Zero is not differentiable
      > Times a constant 0 is differentiable.
    - [x] The weights that are left would no longer sum to 1
      > Masked keys would keep their share of the denominator.
    - [ ] The zeros would still be multiplied, which is slower
      > Not the reason.
    - [ ] It would not fit in fp16
      > 0 fits everywhere.
    """

  static let size = """
    ---
    title: How much memory does a float32 mask of one long sequence take?
    level: senior
    kind: estimation
    tags: [memory]
    references:
      - Dao et al. 2022, FlashAttention, §2
    ---

    ## Short answer
    Four bytes for each pair of query and key.

    ## In depth
    It grows with the square of the length.

    ## Quiz
    ### How large is a float32 mask of {n} × {n}?
    ```answer
    given: {n: [16384]}
    value: n * n * 4
    unit: bytes
    tolerance: 1%
    ```
    > Four bytes a pair: 1 GiB.
    """
}
