# wrong: dw is summed over windows that look back, not forward
def conv_1d_unrolled_backward(x, w, dout=None):
    T, K = x.size, w.size
    g = np.ones(T) if dout is None else np.array(dout, dtype=float)
    dx, dw = np.zeros(T), np.zeros(K)
    for t in range(T):
        for k in range(K):
            if t + k < T:
                dx[t + k] += g[t] * w[k]
            if t - k >= 0:
                dw[k] += g[t] * x[t - k]
    return {"x": dx, "w": dw}
