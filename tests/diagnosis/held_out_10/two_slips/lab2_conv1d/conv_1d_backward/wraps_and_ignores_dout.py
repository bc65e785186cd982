# In dw what leaves at one end comes in at the other; and dx takes ones for dout.
def conv_1d_backward(x, w, dout=None):
    T, k = len(x), len(w)
    p = k // 2
    up = np.ones(T) if dout is None else dout
    dw = np.array([float(np.sum(up * np.roll(x, p - j))) for j in range(k)])
    dx = np.zeros(T + 2 * p)
    for t in range(T):
        dx[t:t + k] += w
    return {"x": dx[p:p + T], "w": dw}
