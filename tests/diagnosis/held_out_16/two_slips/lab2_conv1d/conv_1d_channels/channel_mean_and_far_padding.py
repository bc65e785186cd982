# two slips: channels are averaged instead of summed, and the padding is put on one side only (2 * padding zeros at the far end)
def conv_1d_channels(x, w, stride=1, padding=0):
    N, C, T = x.shape
    O, _, K = w.shape
    x = np.concatenate([x, np.zeros((N, C, 2 * padding))], axis=2)
    starts = np.arange(0, T + 2 * padding - K + 1, stride)
    taps = x[:, :, starts[:, None] + np.arange(K)]
    per_channel = np.einsum("nctk,ock->ncot", taps, w)
    return per_channel.mean(axis=1)
