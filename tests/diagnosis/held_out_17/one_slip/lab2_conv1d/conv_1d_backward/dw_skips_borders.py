# dw sums only over the positions whose whole window lies inside x, the windows that touch the padding are skipped for dw
def conv_1d_backward(x, w, dout=None):
    T, k = len(x), len(w)
    m = k // 2
    if dout is None:
        dout = np.ones(T)
    dx, dw = np.zeros(T), np.zeros(k)
    for t in range(T):
        inside = t - m >= 0 and t + m < T
        for j in range(k):
            i = t - m + j
            if 0 <= i < T:
                dx[i] += w[j] * dout[t]
                if inside:
                    dw[j] += x[i] * dout[t]
    return {'x': dx, 'w': dw}
