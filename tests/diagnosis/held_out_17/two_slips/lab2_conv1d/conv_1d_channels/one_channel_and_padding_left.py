# reads only channel 0; and all padding goes to the left end (2 * padding zeros in front)
def conv_1d_channels(x, w, stride=1, padding=0):
    N, C, T = x.shape
    O, _, K = w.shape
    xp = np.zeros((N, C, T + 2 * padding))
    xp[:, :, 2 * padding:] = x
    L = (T - K + 2 * padding) // stride + 1
    y = np.zeros((N, O, L))
    for n in range(N):
        for o in range(O):
            for t in range(L):
                y[n, o, t] = xp[n, 0, t * stride:t * stride + K] @ w[o, 0]
    return y
