# dx lays w on the padded upstream gradient as it stands: the filter is not turned round
def conv_1d_backward(x, w, dout=None):
    T, k = len(x), len(w)
    p = k // 2
    g = np.ones(T) if dout is None else dout.astype(np.float64)
    gp, xp = np.pad(g, p), np.pad(x.astype(np.float64), p)
    dx = np.array([np.sum(gp[s : s + k] * w) for s in range(T)])
    dw = np.array([np.sum(g * xp[j : j + T]) for j in range(k)])
    return {"x": dx, "w": dw}
