# wrong: dx has the wrong sign
def conv_1d_backward(x, w, dout=None):
    T, K = len(x), len(w)
    if dout is None:
        dout = np.ones(T)
    c = K // 2
    dx = np.zeros(T)
    dw = np.zeros(K)
    for t in range(T):
        for j in range(K):
            s = t + j - c
            if 0 <= s < T:
                dx[s] -= w[j] * dout[t]
                dw[j] += x[s] * dout[t]
    return {"x": dx, "w": dw}
