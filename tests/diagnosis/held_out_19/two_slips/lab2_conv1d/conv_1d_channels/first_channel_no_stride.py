# only channel 0 is looked at; and the window starts at t instead of t*stride
def conv_1d_channels(x, w, stride=1, padding=0):
    N, C, T = x.shape
    O, _, K = w.shape
    T_out = (T - K + 2 * padding) // stride + 1
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding)))
    out = np.zeros((N, O, T_out))
    for t in range(T_out):
        out[:, :, t] = xp[:, 0, t:t + K] @ w[:, 0].T
    return out
