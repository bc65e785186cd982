# dw is the column sums of unroll(x, k), without the upstream gradient
def conv_1d_unrolled_backward(x, w, dout=None):
    T, k = len(x), len(w)
    if dout is None:
        dout = np.ones(T)
    rows = unroll(x, k)
    dw = rows.sum(axis=0).astype(float)
    dpad = np.zeros(T + k)
    for t in range(T):
        dpad[t:t + k] += w * dout[t]
    return {'x': dpad[:T].copy(), 'w': dw}
