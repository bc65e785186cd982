# dx ignores dout; dw[k] = instead of +=.
def conv_1d_backward(x, w, dout=None):
    if dout is None:
        dout = np.ones(len(x))
    p = len(w) // 2
    padded = np.pad(x.astype(float), p)
    dpad, dw = np.zeros(len(padded)), np.zeros(len(w))
    for t in range(len(x)):
        for k in range(len(w)):
            dpad[t + k] += w[k]
            dw[k] = padded[t + k] * dout[t]
    return {"x": dpad[p:p + len(x)], "w": dw}
