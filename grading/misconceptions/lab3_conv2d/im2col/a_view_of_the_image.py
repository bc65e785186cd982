"""
Idea: The reshape makes a copy anyhow.
Hint: Not always: what is there to copy if the window is one pixel, or the whole image?
Family: memory
Fails: test_im2col_untouched
"""


def im2col(X, kh, kw, stride=1, padding=0):
    if padding:
        X = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(X, (kh, kw), axis=(2, 3))
    windows = windows[:, :, ::stride, ::stride].transpose(1, 4, 5, 0, 2, 3)
    return windows.reshape(X.shape[1] * kh * kw, -1)
