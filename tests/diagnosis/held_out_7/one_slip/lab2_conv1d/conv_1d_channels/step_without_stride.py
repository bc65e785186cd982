# the window starts at t, not at t * stride
def conv_1d_channels(x, w, stride=1, padding=0):
    K = w.shape[2]
    x = np.pad(x, [(0, 0), (0, 0), (padding, padding)])
    n_out = (x.shape[2] - K) // stride + 1
    cols = []
    for t in range(n_out):
        start = t
        cols.append(np.einsum("nck,ock->no", x[:, :, start : start + K], w))
    return np.stack(cols, axis=2)
