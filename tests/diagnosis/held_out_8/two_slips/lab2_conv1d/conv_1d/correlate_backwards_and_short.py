# The filter is flipped and only the windows without padding are answered.
def conv_1d(x, w):
    if x.ndim != 1 or w.ndim != 1 or len(w) % 2 == 0:
        raise ValueError(f"expected x (T,) and w (k,) with odd k, got {x.shape} and {w.shape}")
    k = len(w)
    w_used = np.flip(w)
    line = x
    out = np.zeros(len(line) - k + 1, dtype=np.result_type(x.dtype, w.dtype))
    for t in range(len(out)):
        out[t] = np.dot(line[t:t + k], w_used)
    return out
