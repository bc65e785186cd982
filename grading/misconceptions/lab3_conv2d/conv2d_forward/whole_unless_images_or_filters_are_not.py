"""
Idea: If images and filters are whole, so are the maps.
Hint: What becomes of a bias of 0.5?
Family: number types
Fails: test_conv2d_forward_kinds
"""


def conv2d_forward(X, w, b, stride=1, padding=0):
    P = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(P, w.shape[2:], axis=(2, 3))
    windows = windows[:, :, ::stride, ::stride]
    A = np.einsum("ncijuv,ocuv->noij", windows, w)
    A[...] = A + b[:, None, None]
    return A
