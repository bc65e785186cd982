# dx is the forward pass applied to dout; and dw is set (=) for each t, not added, so only the last output counts
def conv_1d_unrolled_backward(x, w, dout=None):
    dout = np.ones(len(x)) if dout is None else dout
    k = len(w)
    xp = np.append(x, np.zeros(k - 1))
    dp = np.append(dout, np.zeros(k - 1))
    dx = np.zeros(len(x))
    dw = np.zeros(k)
    for t in range(len(x)):
        dx[t] = np.sum(dp[t:t + k] * w)
        dw = xp[t:t + k] * dout[t]
    return {"x": dx, "w": dw}
