"""Idea: One mention of the padding is enough.
Hint: im2col pads only if you tell it to, and the map is larger by 2 * padding. Where does your code
    use the padding?
Family: padding
Fails: test_conv2d_im2col_padding, test_conv2d_im2col_kinds, test_conv2d_im2col_untouched
"""


def conv2d_im2col(X, w, b, stride=1, padding=0):
    if X.ndim != 4 or w.ndim != 4 or X.shape[1] != w.shape[1] or b.shape != w.shape[:1]:
        raise ValueError(
            f"Expected (N, C, H, W), (O, C, KH, KW), (O,), got {X.shape}, {w.shape}, {b.shape}."
        )
    N, _, H, W = X.shape
    n_filters, _, KH, KW = w.shape
    H_out = (H - KH + 2 * padding) // stride + 1
    W_out = (W - KW + 2 * padding) // stride + 1
    A = w.reshape(n_filters, -1) @ im2col(X, KH, KW, stride) + b[:, None]
    return A.reshape(n_filters, N, H_out, W_out).transpose(1, 0, 2, 3)
