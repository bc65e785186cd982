# for dx the filter is turned round but the window on dout still starts at s and reaches to the right: the anchor is not moved
def conv_1d_unrolled_backward(x, w, dout=None):
    k = len(w)
    g = np.ones(len(x)) if dout is None else np.array(dout, dtype=float)
    dx = unroll(g, k) @ w[::-1]
    dw = unroll(x, k).T @ g
    return {'x': dx * 1.0, 'w': dw * 1.0}
