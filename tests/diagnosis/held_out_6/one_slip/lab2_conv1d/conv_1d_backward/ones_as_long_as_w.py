# wrong: the default upstream gradient has the length of w, not of x
def conv_1d_backward(x, w, dout=None):
    if dout is None:
        dout = np.ones(len(w))
    half = len(w) // 2
    xp = np.pad(x.astype(float), half)
    dxp = np.zeros(len(xp))
    dw = np.zeros(len(w))
    for t in range(len(dout)):
        dxp[t : t + len(w)] += dout[t] * w
        dw += dout[t] * xp[t : t + len(w)]
    return {"x": dxp[half : half + len(x)], "w": dw}
