# dout is overwritten by ones even if it is given; and dx is cut one place too far left (starts at p - 1) where k > 1
def conv_1d_backward(x, w, dout=None):
    dout = np.ones(len(x))
    p = len(w) // 2
    xp = np.pad(x, p)
    dxp = np.zeros(len(xp))
    dw = np.zeros(len(w))
    for t in range(len(x)):
        dw += dout[t] * xp[t:t + len(w)]
        dxp[t:t + len(w)] += dout[t] * w
    a = max(p - 1, 0)
    return {'x': dxp[a:a + len(x)], 'w': dw}
