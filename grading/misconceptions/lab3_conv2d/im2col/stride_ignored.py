"""
Idea: A window at every pixel.
Hint: With stride 2, how many windows of 2×2 are there in a 4×4 image?
Family: stride
Fails: test_im2col_stride, test_im2col_kinds, test_conv2d_im2col_stride
"""


def im2col(X, kh, kw, stride=1, padding=0):
    P = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(P, (kh, kw), axis=(2, 3))
    return windows.transpose(1, 4, 5, 0, 2, 3).reshape(X.shape[1] * kh * kw, -1).copy()
