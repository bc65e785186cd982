# wrong: every filter sees only its own channel: no sum over channels, the first channel's filter for all
def conv_1d_channels(x, w, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding)))
    N, C, T = x.shape
    O, _, K = w.shape
    t_out = (T - K) // stride + 1
    y = np.zeros((N, O, t_out), dtype=np.result_type(x, w))
    for t in range(t_out):
        seg = x[:, :, t * stride:t * stride + K]
        y[:, :, t] = np.einsum('nck,ok->no', seg, w[:, 0])
    return y
