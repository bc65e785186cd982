# Rotates the filter by 180 degrees first.
def conv_forward(X, w):
    w = np.rot90(w, 2)
    kh, kw = w.shape
    view = np.lib.stride_tricks.sliding_window_view(X, (kh, kw))
    return np.einsum('ijkl,kl->ij', view, w)
