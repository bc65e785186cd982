# wrong: dw pads x with its edge values, not with zeros
def conv_1d_backward(x, w, dout=None):
    T, K = len(x), len(w)
    dout = np.ones(T) if dout is None else np.asarray(dout, float)
    p = K // 2
    xp = np.pad(x.astype(float), p, mode="edge")
    dw = np.array([np.vdot(xp[k : k + T], dout) for k in range(K)])
    dxp = np.zeros(T + 2 * p)
    for k in range(K):
        dxp[k : k + T] += w[k] * dout
    return {"x": dxp[p : p + T], "w": dw}
