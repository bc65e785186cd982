# Where dout is not given it takes np.ones(len(w)), ones of the length of the filter, and fails or stops too early unless x is as long.
def conv_1d_backward(x, w, dout=None):
    if dout is None:
        dout = np.ones(len(w))
    T, k = len(x), len(w)
    p = k // 2
    xp = np.concatenate([np.zeros(p), x, np.zeros(p)])
    dxp = np.zeros(T + 2 * p)
    dw = np.zeros(k)
    for t in range(T):
        dxp[t:t + k] = dxp[t:t + k] + dout[t] * w
        dw = dw + dout[t] * xp[t:t + k]
    return {"x": dxp[p:T + p].copy(), "w": dw}
