# wrong: keeps only the last channel instead of adding them up; puts all the padding on the left
def conv_1d_channels(x, w, stride=1, padding=0):
    N, C, T = x.shape
    O, _, K = w.shape
    T_out = (T - K + 2 * padding) // stride + 1
    xp = np.zeros((N, C, T + 2 * padding))
    xp[:, :, 2 * padding : 2 * padding + T] = x
    y = np.zeros((N, O, T_out))
    for n in range(N):
        for o in range(O):
            for t in range(T_out):
                for c in range(C):
                    s = 0
                    for k in range(K):
                        s += xp[n, c, t * stride + k] * w[o, c, k]
                    y[n, o, t] = s
    return y
