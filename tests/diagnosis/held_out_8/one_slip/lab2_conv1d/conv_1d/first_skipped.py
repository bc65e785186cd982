# The first output is never computed.
def conv_1d(x, w):
    if x.ndim != 1 or w.ndim != 1 or len(w) % 2 == 0:
        raise ValueError(f"expected x (T,) and w (k,) with odd k, got {x.shape} and {w.shape}")
    T = len(x)
    k = len(w)
    padded = pad_1d(x, k // 2)
    out = np.zeros(T, dtype=np.result_type(x, w))
    t = 1
    while t < T:
        window = padded[t:t + k]
        out[t] = sum(window[i] * w[i] for i in range(k))
        t += 1
    return out
