# dw is collected in np.zeros_like(w), so an integer filter cuts off the decimals (and float32 stays float32)
def conv_1d_backward(x, w, dout=None):
    T, p = len(x), len(w) // 2
    dout = np.ones(T) if dout is None else dout.astype(float)
    dx = np.zeros(T)
    dw = np.zeros_like(w)
    for j in range(len(w)):
        for t in range(T):
            i = t + j - p
            if 0 <= i <= T - 1:
                dx[i] += dout[t] * w[j]
        shifted = [x[t + j - p] if 0 <= t + j - p < T else 0 for t in range(T)]
        dw[j] = np.dot(dout, shifted)
    return {'x': dx, 'w': dw}
