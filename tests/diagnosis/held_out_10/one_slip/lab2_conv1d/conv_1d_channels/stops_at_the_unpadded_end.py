# Windows are only taken while they end within T, the length without padding.
def conv_1d_channels(x, w, stride=1, padding=0):
    N, C, T = x.shape
    O, _, K = w.shape
    line = np.zeros((N, C, T + 2 * padding))
    line[:, :, padding:padding + T] = x
    out = np.zeros((N, O, (T - K + 2 * padding) // stride + 1))
    for t in range(out.shape[2]):
        start = t * stride
        if start + K > T:
            break
        for o in range(O):
            out[:, o, t] = (line[:, :, start:start + K] * w[o]).sum(axis=(1, 2))
    return out
