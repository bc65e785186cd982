# dx is assigned (=) in the window, not added; and the cut p:-p leaves nothing for a filter of length 1
def conv_1d_backward(x, w, dout=None):
    dout = np.ones(len(x)) if dout is None else dout
    k = len(w)
    p = (k - 1) // 2
    xp = np.pad(x, p)
    dxp = np.zeros(len(xp))
    dw = np.zeros(k)
    for t in range(len(x)):
        dxp[t:t + k] = w * dout[t]
        dw += xp[t:t + k] * dout[t]
    return {"x": dxp[p:-p], "w": dw}
