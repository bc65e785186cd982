# the number of windows is rounded up, so a window that sticks out is counted (filled up with zeros)
def conv_1d_channels(x, w, stride=1, padding=0):
    N, C, T = x.shape
    O, _, K = w.shape
    T_out = int(np.ceil((T - K + 2 * padding) / stride)) + 1
    xp = np.zeros((N, C, T + 2 * padding + stride))
    xp[:, :, padding:T + padding] = x
    starts = stride * np.arange(T_out)
    cols = xp[:, :, starts[:, None] + np.arange(K)]
    return np.tensordot(cols, w, axes=([1, 3], [1, 2])).transpose(0, 2, 1)
