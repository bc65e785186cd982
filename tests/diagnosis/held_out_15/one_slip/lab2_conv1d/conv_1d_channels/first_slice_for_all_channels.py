# Every channel is multiplied by the filter's weights of channel 0, w[o, 0], in place of its own w[o, c].
def conv_1d_channels(x, w, stride=1, padding=0):
    N, C, T = x.shape
    O, _, K = w.shape
    P = np.zeros((N, C, T + 2 * padding))
    P[:, :, padding:padding + T] = x
    T_out = (T - K + 2 * padding) // stride + 1
    y = np.zeros((N, O, T_out))
    for n in range(N):
        for o in range(O):
            for c in range(C):
                for t in range(T_out):
                    start = t * stride
                    y[n, o, t] += P[n, c, start:start + K] @ w[o, 0]
    return y
