# the line for dw stands outside the loop over t, so only the last output counts
def conv_1d_backward(x, w, dout=None):
    T, k = len(x), len(w)
    p = k // 2
    if dout is None:
        dout = np.ones(T)
    xp = np.zeros(T + 2 * p)
    xp[p:p + T] = x
    dxp = np.zeros(T + 2 * p)
    dw = np.zeros(k)
    for t in range(T):
        dxp[t:t + k] += dout[t] * w
    dw += dout[t] * xp[t:t + k]
    return {"x": dxp[p:p + T].copy(), "w": dw}
