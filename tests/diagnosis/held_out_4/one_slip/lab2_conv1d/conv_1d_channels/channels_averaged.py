# wrong: the mean over channels instead of the sum
def conv_1d_channels(x, w, stride=1, padding=0):
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding)))
    views = np.lib.stride_tricks.sliding_window_view(xp, w.shape[-1], axis=-1)[:, :, ::stride]
    return np.einsum("nctk,ock->not", views, w) / x.shape[1]
