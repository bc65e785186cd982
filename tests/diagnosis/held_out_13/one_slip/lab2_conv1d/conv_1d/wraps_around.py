# Uses np.roll, so what leaves at one end comes back in at the other.
def conv_1d(x, w):
    if x.ndim != 1 or w.ndim != 1 or len(w) % 2 == 0:
        raise ValueError(f"expected x (T,) and w (k,) with odd k, got {x.shape} and {w.shape}")
    half = len(w) // 2
    return sum(w[j] * np.roll(x, half - j) for j in range(len(w)))
