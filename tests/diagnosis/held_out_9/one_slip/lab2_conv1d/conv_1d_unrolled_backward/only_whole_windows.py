# Windows that overhang the right end send nothing back.
def conv_1d_unrolled_backward(x, w, dout=None):
    g = np.ones(x.size) if dout is None else dout
    k = w.size
    dx = np.zeros(x.size)
    dw = np.zeros(k)
    for t in range(x.size):
        if t + k <= x.size:
            dx[t:t + k] += g[t] * w
            dw += g[t] * x[t:t + k]
    return {"x": dx, "w": dw}
