# wrong: dw ignores dout; dx in an int buffer
def conv_1d_unrolled_backward(x, w, dout=None):
    T, k = len(x), len(w)
    if dout is None:
        dout = np.ones(T)
    dx = np.zeros_like(x)
    for t in range(T):
        for j in range(k):
            if t + j < T:
                dx[t + j] = dx[t + j] + dout[t] * w[j]
    dw = unroll(x, k).sum(axis=0).astype(float)
    return {'x': dx, 'w': dw}
