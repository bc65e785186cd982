# the channels are averaged instead of added up
def conv_1d_channels(x, w, stride=1, padding=0):
    N, C, T = x.shape
    O, _, K = w.shape
    padded = np.zeros((N, C, T + 2 * padding))
    padded[:, :, padding:padding + T] = x
    T_out = (T - K + 2 * padding) // stride + 1
    y = np.zeros((N, O, T_out))
    for o in range(O):
        for t in range(T_out):
            window = padded[:, :, t * stride:t * stride + K]
            y[:, o, t] = (window * w[o]).sum(axis=2).mean(axis=1)
    return y
