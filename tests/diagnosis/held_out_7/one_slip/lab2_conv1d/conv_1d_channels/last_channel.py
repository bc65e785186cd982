# the answer is assigned inside the loop over channels: the last one wins
def conv_1d_channels(x, w, stride=1, padding=0):
    N, C, T = x.shape
    O, _, K = w.shape
    xp = np.zeros((N, C, T + 2 * padding), dtype=x.dtype)
    xp[:, :, padding : padding + T] = x
    L = (T + 2 * padding - K) // stride + 1
    y = np.zeros((N, O, L), dtype=np.result_type(x, w))
    for n in range(N):
        for o in range(O):
            for l in range(L):
                for c in range(C):
                    y[n, o, l] = np.sum(xp[n, c, l * stride : l * stride + K] * w[o, c])
    return y
