# each output hands its share to one place too few at the right end (min(k, T - t - 1) instead of T - t), so the last entry of dx stays 0
def conv_1d_unrolled_backward(x, w, dout=None):
    T = len(x)
    dout = np.ones(T) if dout is None else dout
    dx, dw = np.zeros(T), np.zeros(len(w))
    for t, g in enumerate(dout):
        for j in range(min(len(w), T - t - 1)):
            dx[t + j] += g * w[j]
        for j in range(min(len(w), T - t)):
            dw[j] += g * x[t + j]
    return {'x': dx, 'w': dw}
