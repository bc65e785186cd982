# Pads by k - 1 and cuts the first T: anchored at the right end.
def conv_1d(x, w):
    if x.ndim != 1 or w.ndim != 1 or len(w) % 2 == 0:
        raise ValueError(f"expected x (T,) and w (k,) with odd k, got {x.shape} and {w.shape}")
    k = w.size
    p = k - 1
    xp = pad_1d(x, p)
    windows = np.lib.stride_tricks.sliding_window_view(xp, k)[: len(x)]
    return windows @ w
