# right
# sliding windows and one tensordot
def conv_1d_channels(x, w, stride=1, padding=0):
    T = x.shape[2]
    line = np.zeros(x.shape[:2] + (T + 2 * padding,), x.dtype)
    line[:, :, padding : padding + T] = x
    windows = np.lib.stride_tricks.sliding_window_view(line, w.shape[2], axis=2)[:, :, ::stride]
    return np.moveaxis(np.tensordot(windows, w, ((1, 3), (1, 2))), 2, 1).copy()
