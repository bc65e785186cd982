# Sees the first channel only.
def conv_1d_channels(x, w, stride=1, padding=0):
    N, C, T = x.shape
    O, C2, K = w.shape
    xp = np.zeros((N, C, T + 2 * padding), dtype=x.dtype)
    xp[:, :, padding:padding + T] = x
    L = (T - K + 2 * padding) // stride + 1
    y = np.zeros((N, O, L), dtype=np.result_type(x, w))
    for n in range(N):
        for o in range(O):
            for t in range(L):
                a = t * stride
                y[n, o, t] = (xp[n, 0, a:a + K] * w[o, 0]).sum()
    return y
