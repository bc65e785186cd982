# w.reshape(C*K, O) instead of its transpose: the filters' numbers are shuffled.
def conv_1d_channels(x, w, stride=1, padding=0):
    N, C, T = x.shape
    O, _, K = w.shape
    xp = np.zeros((N, C, T + 2 * padding))
    xp[:, :, padding:padding + T] = x
    n_out = (T + 2 * padding - K) // stride + 1
    mat = w.reshape(C * K, O)
    out = np.zeros((N, O, n_out))
    for t in range(n_out):
        out[:, :, t] = xp[:, :, t * stride:t * stride + K].reshape(N, C * K) @ mat
    return out
