"""Idea: Seven digits are plenty, and float32 is faster.
Hint: How many digits do float64 numbers have? The result should have as many.
Family: number types
Fails: test_conv_1d_channels, test_conv_1d_channels_several, test_conv_1d_channels_stride,
    test_conv_1d_channels_padding, test_conv_1d_channels_no_padding,
    test_conv_1d_channels_together
"""


def conv_1d_channels(x, w, stride=1, padding=0):
    if x.ndim != 3 or w.ndim != 3 or x.shape[1] != w.shape[1]:
        raise ValueError(f"expected x (N, C, T) and w (O, C, K), got {x.shape} and {w.shape}")
    if stride < 1 or padding < 0:
        raise ValueError(f"expected stride >= 1 and padding >= 0, got {stride} and {padding}")
    if w.shape[2] > x.shape[2] + 2 * padding:
        raise ValueError(f"w {w.shape} is too long for x {x.shape} with padding {padding}")
    N, _, T = x.shape
    n_filters, _, K = w.shape
    T_out = (T - K + 2 * padding) // stride + 1
    x_padded = np.pad(x, ((0, 0), (0, 0), (padding, padding)))
    out = np.zeros((N, n_filters, T_out), dtype=np.result_type(x, w))
    for t in range(T_out):
        window = x_padded[:, :, t * stride : t * stride + K]
        out[:, :, t] = np.einsum("nck,ock->no", window.astype(np.float32), w)
    return out
