extension TorchProgram {
  /// What every program checks with.
  static let checking = [
    "",
    "def numbers(shape, text):",
    "    \"\"\"32-bit numbers, for a computation in 64 bits.\"\"\"",
    "    return torch.tensor([float(n) for n in text.split()], dtype=torch.float32).double().view(shape)",
    "", "",
    "def same(name, mine, theirs, precision):",
    "    gap = (mine - theirs).abs().max().item()",
    "    most = precision * max(1.0, theirs.abs().max().item())",
    "    print(f\"{name}: off by {gap:.1e}, allowed {most:.1e}\")",
    "    assert gap <= most, name",
    "",
  ]

  /// `NormalSource` on whole tensors: every operation is one that IEEE 754 rounds exactly, so the numbers are the same.
  static let generator = #"""

    def signed(n):
        """64 bits as PyTorch's integers take them."""
        n %= 1 << 64
        return n - (n >> 63 << 64)


    def shift(z, bits):
        """To the right, zeros coming in from the left."""
        return (z >> bits) & ((1 << (64 - bits)) - 1)


    def mix(z):
        """SplitMix64's finalizer."""
        z = (z ^ shift(z, 30)) * signed(0xBF58476D1CE4E5B9)
        z = (z ^ shift(z, 27)) * signed(0x94D049BB133111EB)
        return z ^ shift(z, 31)


    def uniform(seed, name, heads, rows, columns):
        """Numbers between 0 and 1, [heads][rows][columns]; each row has a stream of its own."""
        rows, step = torch.tensor(list(rows)), signed(0x9E3779B97F4A7C15)
        z = mix(torch.tensor(seed) + step)
        for byte in name.encode():
            z = mix(z ^ byte)
        z = mix(z + torch.arange(heads)[:, None, None] * signed(0xD1B54A32D192ED03))
        z = mix(z + rows[:, None] * signed(0x8CB92BA72F3D8DD7))
        z = mix(z + torch.arange(1, columns + 1) * step)
        return (shift(z, 12).double() + 0.5) * 2.0**-52


    def ratio(top, bottom, r):
        """Two polynomials, highest power first."""
        a, b = torch.zeros_like(r), torch.zeros_like(r)
        for c in top:
            a = a * r + c
        for c in bottom:
            b = b * r + c
        return a, b


    def logarithm(x):
        """From additions, multiplications and divisions alone."""
        m, e = torch.frexp(x)
        m, e = 2 * m, e.double() - 1
        high = m > 1.4142135623730951
        m, e = torch.where(high, m / 2, m), torch.where(high, e + 1, e)
        t = (m - 1) / (m + 1)
        square, series = t * t, torch.full_like(t, 1.0 / 17)
        for divisor in range(15, 0, -2):
            series = series * square + 1 / divisor
        return e * 0.6931471805599453 + 2 * t * series


    def normal(seed, name, heads, rows, columns):
        """Standard normal numbers: Wichura's PPND7 of uniform ones, rounded to 32 bits."""
        p = uniform(seed, name, heads, range(rows), columns)
        q = p - 0.5
        a, b = ratio(
            [59.109374720, 159.29113202, 50.434271938, 3.3871327179],
            [67.187563600, 78.757757664, 17.895169469, 1.0],
            0.180625 - q * q,
        )
        near = q * a / b
        tail = (-logarithm(torch.where(q < 0, p, 1 - p))).sqrt()
        a, b = ratio(
            [0.17023821103, 1.3067284816, 2.7568153900, 1.4234372777],
            [0.12021132975, 0.73700164250, 1.0],
            tail - 1.6,
        )
        middle = a / b
        a, b = ratio(
            [0.017337203997, 0.42868294337, 3.0812263860, 6.6579051150],
            [0.012258202635, 0.24197894225, 1.0],
            tail - 5,
        )
        far = torch.where(tail > 5, a / b, middle)
        far = torch.where(q < 0, -far, far)
        return torch.where(q.abs() <= 0.425, near, far).float().double()

    """#.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
}
