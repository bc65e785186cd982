# dx still has the padding on both sides, it is as long as the padded line
def conv_1d_backward(x, w, dout=None):
    T = x.size
    k = w.size
    g = np.ones(T) if dout is None else dout
    p = k // 2
    x_padded = np.pad(x, p).astype(float)
    grads = {"x": np.zeros(T + 2 * p), "w": np.zeros(k)}
    for t in range(T):
        grads["x"][t:t + k] += g[t] * w
        grads["w"] += g[t] * x_padded[t:t + k]
    return grads
