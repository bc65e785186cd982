# the shares in dx overwrite each other (= instead of +=); dw is divided by the length of x
def conv_1d_backward(x, w, dout=None):
    n, k = len(x), len(w)
    if dout is None:
        dout = np.ones(n)
    p = k // 2
    px = np.pad(x, p).astype(float)
    dpx = np.zeros(px.shape)
    dw = np.zeros(k)
    for t in range(n):
        dpx[t:t + k] = dout[t] * w
        dw += dout[t] * px[t:t + k]
    return {'x': dpx[p:p + n], 'w': dw / n}
