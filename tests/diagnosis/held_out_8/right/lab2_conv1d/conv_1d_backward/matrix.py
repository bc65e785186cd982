# right
# writes the layer as a matrix of distances
def conv_1d_backward(x, w, dout=None):
    if x.ndim != 1 or w.ndim != 1 or len(w) % 2 == 0:
        raise ValueError(f"expected x (T,) and w (k,) with odd k, got {x.shape} and {w.shape}")
    T, k = len(x), len(w)
    up = np.ones(T) if dout is None else dout
    tap = np.arange(T)[None, :] - np.arange(T)[:, None] + k // 2  # which tap joins t and s
    M = np.where((tap >= 0) & (tap < k), w[np.clip(tap, 0, k - 1)], 0.0).astype(float)
    pairs = np.outer(up, x)
    dw = [pairs[tap == j].sum() for j in range(k)]
    return {'x': M.T @ up + 0.0, 'w': np.array(dw, dtype=float)}
