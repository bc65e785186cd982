# wrong: dout is ignored in dx; dw leaves out the last window
def conv_1d_unrolled_backward(x, w, dout=None):
    T, K = len(x), len(w)
    dout = np.ones(T) if dout is None else dout
    padded = np.concatenate([x, np.zeros(K)])
    dpad = np.zeros(T + K)
    dw = np.zeros(K)
    for t in range(T):
        dpad[t : t + K] += w
    for t in range(T - 1):
        dw += dout[t] * padded[t : t + K]
    return {"x": dpad[:T], "w": dw}
