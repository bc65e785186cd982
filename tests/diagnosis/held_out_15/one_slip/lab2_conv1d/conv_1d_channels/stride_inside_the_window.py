# The entries of a window are taken `stride` apart as well (a dilated window), so from stride 2 on it sees the wrong entries and runs over the end.
def conv_1d_channels(x, w, stride=1, padding=0):
    N, C, T = x.shape
    O, _, K = w.shape
    P = np.zeros((N, C, T + 2 * padding))
    P[:, :, padding:T + padding] = x
    T_out = (T + 2 * padding - K) // stride + 1
    out = np.zeros((N, O, T_out))
    for n in range(N):
        for o in range(O):
            for t in range(T_out):
                for c in range(C):
                    for k in range(K):
                        out[n, o, t] += w[o, c, k] * P[n, c, (t + k) * stride]
    return out
