# dw takes shifted copies of x from np.roll, so numbers from the other end of x take the place of the zeros
def conv_1d_backward(x, w, dout=None):
    dout = np.ones(x.shape) if dout is None else dout.astype(np.float64)
    T, k, p = len(x), len(w), len(w) // 2
    dpad = np.zeros(T + 2 * p)
    for t in range(T):
        dpad[t:t + k] += dout[t] * w
    dw = np.array([np.sum(dout * np.roll(x, p - j)) for j in range(k)])
    return {'x': dpad[p:p + T], 'w': dw}
