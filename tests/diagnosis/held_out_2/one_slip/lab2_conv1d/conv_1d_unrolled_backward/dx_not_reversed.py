# wrong: dx unrolls dout to the right, with the filter as it is: the anchor is not reversed
def conv_1d_unrolled_backward(x, w, dout=None):
    if dout is None:
        dout = np.ones(len(x))
    dout = dout.astype(np.float64)
    dx = unroll(dout, len(w)) @ w.astype(np.float64)
    dw = unroll(x.astype(np.float64), len(w)).T @ dout
    return {"x": dx, "w": dw}
