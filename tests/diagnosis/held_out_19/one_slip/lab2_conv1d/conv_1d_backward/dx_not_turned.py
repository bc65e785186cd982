# dx is the forward pass on dout, the filter is not turned round
def conv_1d_backward(x, w, dout=None):
    n, k = len(x), len(w)
    if dout is None:
        dout = np.ones(n)

    def windows(line):
        wide = np.pad(np.asarray(line, float), k // 2)
        return np.lib.stride_tricks.sliding_window_view(wide, k)

    dx = windows(dout) @ w.astype(float)
    dw = windows(x).T @ dout
    return {"x": dx, "w": dw}
