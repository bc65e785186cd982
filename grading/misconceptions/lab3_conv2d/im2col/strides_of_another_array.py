"""
Idea: An array lies in memory row by row, so I know its strides.
Hint: A view may lie in memory in any order. Ask the array for its strides.
Family: memory
Fails: test_im2col_kinds, test_conv2d_im2col_kinds
"""


def im2col(X, kh, kw, stride=1, padding=0):
    P = X
    if padding:
        P = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    N, C, H, W = P.shape
    H_out, W_out = (H - kh) // stride + 1, (W - kw) // stride + 1
    memory = np.frombuffer(P.tobytes("A"), dtype=P.dtype)
    size = P.itemsize
    windows = np.lib.stride_tricks.as_strided(
        memory,
        (C, kh, kw, N, H_out, W_out),
        [size * n for n in (H * W, W, 1, C * H * W, stride * W, stride)],
    )
    return windows.reshape(C * kh * kw, -1).copy()
