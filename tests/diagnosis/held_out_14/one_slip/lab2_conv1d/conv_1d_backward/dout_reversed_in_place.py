# dout is reversed in place for dx, so the caller's dout is changed
def conv_1d_backward(x, w, dout=None):
    T, k = len(x), len(w)
    if dout is None:
        dout = np.ones(T)
    zeros = np.zeros(k // 2)
    px = np.concatenate([zeros, x, zeros])
    dw = np.array([np.dot(px[j:j + T], dout) for j in range(k)], dtype=float)
    dout[:] = dout[::-1]
    pd = np.concatenate([zeros, dout, zeros])
    dx = np.array([np.dot(pd[t:t + k], w) for t in range(T)], dtype=float)[::-1]
    return {'x': dx.copy(), 'w': dw}
