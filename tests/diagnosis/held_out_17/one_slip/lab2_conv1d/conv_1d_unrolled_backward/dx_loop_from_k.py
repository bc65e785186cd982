# scatters dx only for the windows that lie completely inside x (T - k + 1 of them), the cut-off windows at the right end are left out of dx
def conv_1d_unrolled_backward(x, w, dout=None):
    T, k = x.size, w.size
    d = np.ones(T) if dout is None else dout
    dx = np.zeros(T)
    for t in range(T - k + 1):
        dx[t:t + k] += d[t] * w
    dw = [float(np.dot(d[:T - j], x[j:])) if j < T else 0.0 for j in range(k)]
    return {'x': dx, 'w': np.array(dw)}
