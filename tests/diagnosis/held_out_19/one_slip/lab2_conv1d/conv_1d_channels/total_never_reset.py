# total is set to 0 outside the loop over t, so the outputs run up
def conv_1d_channels(x, w, stride=1, padding=0):
    N, C, T = x.shape
    O, C2, K = w.shape
    T_out = (T - K + 2 * padding) // stride + 1
    padded = np.zeros((N, C, T + 2 * padding))
    padded[:, :, padding:padding + T] = x
    y = np.zeros((N, O, T_out))
    for n in range(N):
        for o in range(O):
            total = 0.0
            for t in range(T_out):
                for c in range(C):
                    for k in range(K):
                        total += padded[n, c, t * stride + k] * w[o, c, k]
                y[n, o, t] = total
    return y
