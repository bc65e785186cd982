# wrong: the padding is never used; only the first channel counts
def conv_1d_channels(x, w, stride=1, padding=0):
    N, C, T = x.shape
    O, _, K = w.shape
    n_out = (T - K) // stride + 1
    out = np.zeros((N, O, n_out))
    for n in range(N):
        for o in range(O):
            for t in range(n_out):
                for k in range(K):
                    out[n, o, t] += x[n, 0, t * stride + k] * w[o, 0, k]
    return out
