# wrong: dx ignores the upstream gradient; buffers like the inputs: integer x cuts the gradient
def conv_1d_backward(x, w, dout=None):
    T, K = len(x), len(w)
    if dout is None:
        dout = np.ones(T)
    c = K // 2
    dx = np.zeros_like(x)
    dw = np.zeros_like(w)
    for t in range(T):
        for j in range(K):
            s = t + j - c
            if 0 <= s < T:
                dx[s] += w[j]
                dw[j] += x[s] * dout[t]
    return {"x": dx, "w": dw}
