# wrong: dw looks at the unpadded x: windows are shifted
def conv_1d_backward(x, w, dout=None):
    n, k = len(x), len(w)
    if dout is None:
        dout = np.ones(n)
    p = k // 2
    dx = np.zeros(n + 2 * p)
    dw = np.zeros(k)
    for i in range(n):
        dx[i:i + k] += w * dout[i]
        for j in range(k):
            if i + j < n:
                dw[j] += x[i + j] * dout[i]
    return {'x': dx[p:n + p], 'w': dw}
