# right
def conv_forward(X, w):
    view = np.lib.stride_tricks.sliding_window_view(X, w.shape)
    return np.tensordot(view, w, axes=2)
