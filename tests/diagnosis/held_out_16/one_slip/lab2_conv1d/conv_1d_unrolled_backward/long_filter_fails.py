# dx is shifted by slices dout[: T - j], which count from the end as soon as j is larger than T: a filter longer than x raises a ValueError (or is right by luck when the slice broadcasts)
def conv_1d_unrolled_backward(x, w, dout=None):
    T = len(x)
    g = np.ones(T) if dout is None else np.array(dout, dtype=float)
    dx = np.zeros(T)
    for j in range(len(w)):
        dx[j:] += w[j] * g[: T - j]
    dw = unroll(x, len(w)).T @ g
    return {"x": dx, "w": dw}
