"""Idea: Every array lies row after row in memory.
Hint: An array in Fortran order has other strides: take them from x.strides, or let sliding_window_view do it.
Family: memory
Fails: test_conv_1d_channels_kinds
"""


def conv_1d_channels(x, w, stride=1, padding=0):
    N, C, _ = x.shape
    P = np.pad(x, ((0, 0), (0, 0), (padding, padding)))
    T, K, size = P.shape[2], w.shape[2], P.itemsize
    shape = N, C, (T - K) // stride + 1, K
    strides = C * T * size, T * size, stride * size, size
    windows = np.lib.stride_tricks.as_strided(P, shape, strides)
    return np.einsum("nctk,ock->not", windows, w)
