# Right: both maps are linear, so their matrices come from unit vectors (the pass itself written with index pairs), and the gradients are these matrices transposed times dout.
def conv_1d_backward(x, w, dout=None):
    T, k = len(x), len(w)
    g = np.ones(T) if dout is None else np.array(dout, dtype=np.float64)

    def forward(a, b):
        return np.array([sum(b[j] * a[t + j - k // 2] for j in range(k) if 0 <= t + j - k // 2 < T) for t in range(T)])

    by_x = np.array([forward(e, w) for e in np.eye(T)], dtype=np.float64)
    by_w = np.array([forward(x, e) for e in np.eye(k)], dtype=np.float64)
    return {"x": by_x @ g, "w": by_w @ g}
