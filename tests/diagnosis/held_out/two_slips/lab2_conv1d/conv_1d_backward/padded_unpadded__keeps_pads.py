# wrong: dw from x padded only on the right: shifted windows; dx keeps its padding: as long as the padded x
def conv_1d_backward(x, w, dout=None):
    g = np.ones(x.shape) if dout is None else np.asarray(dout, dtype=float)
    p = len(w) // 2
    xp = np.pad(x.astype(float), (0, 2 * p))
    gp = np.pad(g, (2 * p, 2 * p))
    dx = np.array([gp[t:t + len(w)] @ w[::-1] for t in range(len(x) + 2 * p)], dtype=float)
    dw = np.array([g @ xp[j:j + len(x)] for j in range(len(w))], dtype=float)
    return {"x": dx, "w": dw}
