# Puts all 2*padding zeros behind the line and none in front.
def conv_1d_channels(x, w, stride=1, padding=0):
    K = w.shape[2]
    padded = np.pad(x, [(0, 0), (0, 0), (0, 2 * padding)])
    win = np.lib.stride_tricks.sliding_window_view(padded, K, axis=2)[:, :, ::stride]
    return np.einsum("nctk,ock->not", win, w)
