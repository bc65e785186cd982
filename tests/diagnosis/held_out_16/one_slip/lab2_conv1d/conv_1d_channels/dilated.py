# the stride stands inside the window (x[t * stride + j] read as x[t + j * stride]): it spaces the weights apart instead of the windows
def conv_1d_channels(x, w, stride=1, padding=0):
    N, C, T = x.shape
    O, _, K = w.shape
    xp = np.pad(x, [(0, 0), (0, 0), (padding, padding)])
    T_out = (T - K + 2 * padding) // stride + 1
    y = np.zeros((N, O, T_out))
    for t in range(T_out):
        for j in range(K):
            pos = t + j * stride
            if pos < xp.shape[2]:
                y[:, :, t] += xp[:, :, pos] @ w[:, :, j].T
    return y
