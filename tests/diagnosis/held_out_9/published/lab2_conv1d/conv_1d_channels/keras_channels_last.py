# Written for Keras: the result is (N, T_out, O), channels last.
def conv_1d_channels(x, w, stride=1, padding=0):
    h = np.moveaxis(np.pad(x, ((0, 0), (0, 0), (padding, padding))), 1, -1)
    kernel = w.transpose(2, 1, 0)
    K = kernel.shape[0]
    steps = (h.shape[1] - K) // stride + 1
    return np.stack([np.tensordot(h[:, t * stride:t * stride + K], kernel, axes=([1, 2], [0, 1]))
                     for t in range(steps)], axis=1)
