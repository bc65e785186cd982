# dw multiplies unroll(dout, k) with x instead of unroll(x, k) with dout; and dx is the forward product of dout with w (anchor not reversed)
def conv_1d_unrolled_backward(x, w, dout=None):
    d = np.ones(len(x)) if dout is None else dout.astype(float)
    M = unroll(d, len(w))
    return {'x': M @ w.astype(float), 'w': M.T @ x.astype(float)}
