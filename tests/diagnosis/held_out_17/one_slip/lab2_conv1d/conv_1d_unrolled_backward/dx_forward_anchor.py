# dx keeps the left anchor (unroll(dout, k) @ w) instead of reversing it, so gradients go to the wrong side
def conv_1d_unrolled_backward(x, w, dout=None):
    if dout is None:
        dout = np.ones(len(x))
    k = len(w)
    cols = np.array(unroll(x, k), dtype=float)
    dx = np.array(unroll(np.array(dout, dtype=float), k), dtype=float) @ w
    return {'x': dx, 'w': cols.T @ dout}
