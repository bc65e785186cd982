# right
def conv_1d_backward(x, w, dout=None):
    g = np.ones(x.shape) if dout is None else np.asarray(dout, dtype=float)
    p = len(w) // 2
    xp = np.pad(x.astype(float), (p, p))
    gp = np.pad(g, (p, p))
    dx = np.array([gp[t:t + len(w)] @ w[::-1] for t in range(len(x))], dtype=float)
    dw = np.array([g @ xp[j:j + len(x)] for j in range(len(w))], dtype=float)
    return {"x": dx, "w": dw}
