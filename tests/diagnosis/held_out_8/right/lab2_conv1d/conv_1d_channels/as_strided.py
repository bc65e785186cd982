# right
# as_strided windows and tensordot
def conv_1d_channels(x, w, stride=1, padding=0):
    if padding:
        x = np.pad(x, ((0, 0), (0, 0), (padding, padding)))
    N, C, T = x.shape
    K = w.shape[2]
    s0, s1, s2 = x.strides
    win = np.lib.stride_tricks.as_strided(x, (N, C, (T - K) // stride + 1, K), (s0, s1, s2 * stride, s2), writeable=False)
    return np.tensordot(win, w, axes=[(1, 3), (1, 2)]).swapaxes(1, 2)
