# The filter is taken apart into its row sums and column sums, as if it were separable.
def conv_forward(X, w):
    down, along = w.sum(axis=1), w.sum(axis=0)
    view = np.lib.stride_tricks.sliding_window_view(X, w.shape)
    return np.einsum("ijab,a,b->ij", view, down, along)
