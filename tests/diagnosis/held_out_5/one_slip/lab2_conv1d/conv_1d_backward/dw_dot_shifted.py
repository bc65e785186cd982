# wrong: for dw the input is not padded; windows are cut at the ends, at the wrong side
def conv_1d_backward(x, w, dout=None):
    if dout is None:
        dout = np.ones(len(x))
    k, p = len(w), len(w) // 2
    dx, dw = np.zeros(len(x)), np.zeros(k)
    for t in range(len(x)):
        for j in range(k):
            i = t + j - p
            if 0 <= i < len(x):
                dx[i] += w[j] * dout[t]
        part = x[max(0, t - p) : t + p + 1]
        dw[: len(part)] += part * dout[t]
    return {"x": dx, "w": dw}
