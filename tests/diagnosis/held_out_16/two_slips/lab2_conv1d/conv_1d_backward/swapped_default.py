# two slips: the two gradients stand under each other's names, and the default upstream gradient is as long as w (which raises or broadcasts wrongly where x has another length)
def conv_1d_backward(x, w, dout=None):
    T, k, p = len(x), len(w), len(w) // 2
    if dout is None:
        dout = np.ones(k)
    P = np.pad(x.astype(np.float64), p)
    rows = np.lib.stride_tricks.sliding_window_view(P, k)
    g = np.pad(np.asarray(dout, dtype=np.float64), p)
    dw = g[p : len(g) - p] @ rows
    dx = np.array([g[s : s + k] @ w[::-1] for s in range(T)])
    return {"x": dw, "w": dx}
