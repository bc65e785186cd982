"""Idea: More padding than the window sees makes no sense.
Hint: It makes columns of nothing but zeros, and it is allowed. How many columns are there?
Family: padding
Fails: test_im2col_padding
"""


def im2col(X, kh, kw, stride=1, padding=0):
    if X.ndim != 4 or kh > X.shape[2] + 2 * padding or kw > X.shape[3] + 2 * padding:
        raise ValueError(
            f"Expected (N, C, H, W) and windows that fit, got {X.shape}, {kh}×{kw}, {padding=}."
        )
    N, C, H, W = X.shape
    padding = min(padding, max(kh, kw) - 1)
    H_out = (H - kh + 2 * padding) // stride + 1
    W_out = (W - kw + 2 * padding) // stride + 1
    P = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    columns = np.empty((C, kh, kw, N, H_out, W_out), dtype=X.dtype)
    for u in range(kh):
        for v in range(kw):
            under = P[:, :, u : u + stride * H_out : stride, v : v + stride * W_out : stride]
            columns[:, u, v] = under.transpose(1, 0, 2, 3)
    return columns.reshape(C * kh * kw, N * H_out * W_out)
