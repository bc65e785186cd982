# wrong: dw keeps the last window only (= for +=); dx uses the reversed filter
def conv_1d_backward(x, w, dout=None):
    d = np.ones(len(x)) if dout is None else dout
    k = w.size
    p = k // 2
    padded = np.zeros(len(x) + 2 * p)
    padded[p:p + len(x)] = x
    dpad, dw = np.zeros(padded.shape), np.zeros(k)
    for t in range(len(x)):
        dw = d[t] * padded[t:t + k]
        dpad[t:t + k] += d[t] * w[::-1]
    return {'x': dpad[p:p + len(x)], 'w': dw}
