# for dw the upstream gradient is unrolled and meets x in place, instead of x being shifted: dw[j] sums x[t] * dout[t+j]
def conv_1d_unrolled_backward(x, w, dout=None):
    T, k = len(x), len(w)
    if dout is None:
        dout = np.ones(T)
    dx = np.zeros(T)
    for s in range(T):
        for j in range(min(k, s + 1)):
            dx[s] += w[j] * dout[s - j]
    dw = unroll(dout.astype(float), k).T @ x
    return {'x': dx, 'w': dw}
