# wrong: the result is rounded
def conv_forward(X, w):
    view = np.lib.stride_tricks.sliding_window_view(X, w.shape)
    return np.round(np.tensordot(view, w, axes=2))
