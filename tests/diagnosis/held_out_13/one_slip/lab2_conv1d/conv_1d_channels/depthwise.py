# Gives each filter only one channel (o modulo C) and forgets to add up over all channels.
def conv_1d_channels(x, w, stride=1, padding=0):
    if x.ndim != 3 or w.ndim != 3 or x.shape[1] != w.shape[1]:
        raise ValueError(f"expected x (N, C, T) and w (O, C, K), got {x.shape} and {w.shape}")
    if stride < 1 or padding < 0:
        raise ValueError(f"expected stride >= 1 and padding >= 0, got {stride} and {padding}")
    if w.shape[2] > x.shape[2] + 2 * padding:
        raise ValueError(f"w {w.shape} is too long for x {x.shape} with padding {padding}")
    N, C, T = x.shape
    O, _, K = w.shape
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding)))
    T_out = (T - K + 2 * padding) // stride + 1
    y = np.zeros((N, O, T_out))
    for n in range(N):
        for o in range(O):
            c = o % C
            for t in range(T_out):
                y[n, o, t] = np.sum(xp[n, c, t * stride : t * stride + K] * w[o, c])
    return y
