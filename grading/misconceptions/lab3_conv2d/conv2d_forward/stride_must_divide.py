"""
Idea: The windows always fill the image.
Hint: In 2-D the remainder is dropped, and with it a window that would stick out. Only lab 2's
    output_size insists on a whole number.
Family: stride
Fails: test_conv2d_forward_stride, test_conv2d_forward_together
"""


def conv2d_forward(X, w, b, stride=1, padding=0):
    P = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    if (P.shape[2] - w.shape[2]) % stride or (P.shape[3] - w.shape[3]) % stride:
        raise ValueError("The stride does not divide.")
    windows = np.lib.stride_tricks.sliding_window_view(P, w.shape[2:], axis=(2, 3))
    windows = windows[:, :, ::stride, ::stride]
    return np.einsum("ncijuv,ocuv->noij", windows, w) + b[:, None, None]
