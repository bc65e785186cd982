"""
Idea: The maps have the dtype of the images.
Hint: What happens to 2.7 when you write it into an array of integers?
Family: number types
Fails: test_conv2d_forward_kinds
"""


def conv2d_forward(X, w, b, stride=1, padding=0):
    P = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(P, w.shape[2:], axis=(2, 3))
    windows = windows[:, :, ::stride, ::stride]
    A = np.einsum("ncijuv,ocuv->noij", windows, w) + b[:, None, None]
    return A.astype(X.dtype)
