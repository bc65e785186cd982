# the default upstream gradient has the length of w instead of x: entries beyond are missing or too many (an exception or a wrong gradient without dout)
def conv_1d_backward(x, w, dout=None):
    g = np.ones(len(w)) if dout is None else np.asarray(dout, dtype=float)
    h = len(w) // 2
    dx, dw = np.zeros(len(x)), np.zeros(len(w))
    for t in range(len(x)):
        for j in range(len(w)):
            s = t + j - h
            if 0 <= s < len(x):
                dx[s] += g[t] * w[j]
                dw[j] += g[t] * x[s]
    return dict(x=dx, w=dw)
