# dx is the correlation of dout with w, not turned round
def conv_1d_backward(x, w, dout=None):
    if dout is None:
        dout = np.ones(len(x))
    k = len(w)
    p = k // 2
    dpad = np.concatenate([np.zeros(p), dout, np.zeros(p)])
    xpad = np.concatenate([np.zeros(p), x, np.zeros(p)])
    dx = np.zeros(len(x))
    dw = np.zeros(k)
    for t in range(len(x)):
        dx[t] = np.sum(dpad[t : t + k] * w)
    for j in range(k):
        dw[j] = np.sum(xpad[j : j + len(x)] * dout)
    return {"x": dx, "w": dw}
