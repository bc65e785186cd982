"""Recursion over the steps, tensordot and einsum."""


def learn_filter(X, A, steps, lr):
    if steps == 0:
        return np.zeros((3, 3))
    w = learn_filter(X, A, steps - 1, lr)
    windows = np.lib.stride_tricks.sliding_window_view(X, (3, 3))
    R = np.tensordot(windows, w, axes=2) - A
    return w - lr * 2 * np.einsum("ij,ijuv->uv", R, windows) / np.prod(A.shape)
