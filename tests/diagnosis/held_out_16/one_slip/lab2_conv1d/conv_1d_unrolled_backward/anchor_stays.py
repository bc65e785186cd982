# dx looks to the right as the forward does (w[j] times dout[s + j]): the anchor is not reversed
def conv_1d_unrolled_backward(x, w, dout=None):
    k = len(w)
    dy = np.ones(len(x)) if dout is None else dout
    dx = unroll(np.asarray(dy, dtype=np.float64), k) @ w
    dw = unroll(x.astype(np.float64), k).T @ dy
    return {"x": dx, "w": dw}
