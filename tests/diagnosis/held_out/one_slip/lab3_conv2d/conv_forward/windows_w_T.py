# wrong: the filter is transposed
def conv_forward(X, w):
    view = np.lib.stride_tricks.sliding_window_view(X, w.shape)
    return np.einsum('ijkl,lk->ij', view, w) if w.shape[0] == w.shape[1] else np.tensordot(view, w, axes=2)
