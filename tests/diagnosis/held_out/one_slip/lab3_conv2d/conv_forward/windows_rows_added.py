# wrong: the sum over one axis is missing
def conv_forward(X, w):
    view = np.lib.stride_tricks.sliding_window_view(X, w.shape)
    return np.einsum('ijkl,kl->ijl', view, w)
