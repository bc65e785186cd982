# wrong: the filter runs backward: true convolution
def conv_1d_channels(x, w, stride=1, padding=0):
    N, C, T = x.shape
    O, C2, K = w.shape
    length = (T + 2 * padding - K) // stride + 1
    line = np.zeros((N, C, T + 2 * padding))
    line[:, :, padding:T + padding] = x
    y = np.zeros((N, O, length))
    for n in range(N):
        for o in range(O):
            for t in range(length):
                acc = 0
                for c in range(C):
                    for k in range(K):
                        acc = acc + line[n, c, t * stride + k] * w[o, c, K - 1 - k]
                y[n, o, t] = acc
    return y
