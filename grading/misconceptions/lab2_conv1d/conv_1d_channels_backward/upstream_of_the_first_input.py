"""Idea: All inputs get the same upstream gradient.
Hint: Which axis of dout counts the inputs?
Family: batch
Fails: test_conv_1d_channels_backward_x, test_conv_1d_channels_backward_together,
    test_conv_1d_channels_backward_kinds, test_conv_1d_channels_backward_untouched
"""


def conv_1d_channels_backward(x, w, dout=None, stride=1, padding=0):
    if x.ndim != 3 or w.ndim != 3 or x.shape[1] != w.shape[1]:
        raise ValueError(f"expected x (N, C, T) and w (O, C, K), got {x.shape} and {w.shape}")
    if stride < 1 or padding < 0:
        raise ValueError(f"expected stride >= 1 and padding >= 0, got {stride} and {padding}")
    if w.shape[2] > x.shape[2] + 2 * padding:
        raise ValueError(f"w {w.shape} is too long for x {x.shape} with padding {padding}")
    T_out = (x.shape[2] - w.shape[2] + 2 * padding) // stride + 1
    if dout is not None and dout.shape != (len(x), len(w), T_out):
        raise ValueError(f"expected dout of shape {(len(x), len(w), T_out)}, got {dout.shape}")
    N, _, T = x.shape
    n_filters, _, K = w.shape
    if dout is None:
        dout = np.ones((N, n_filters, T_out))
    x_padded = np.pad(x, ((0, 0), (0, 0), (padding, padding)))
    dx_padded = np.zeros(x_padded.shape)
    dw = np.zeros(w.shape)
    for t in range(T_out):
        window = slice(t * stride, t * stride + K)
        dx_padded[:, :, window] += np.einsum("no,ock->nck", dout[:1, :, t], w)
        dw += np.einsum("no,nck->ock", dout[:, :, t], x_padded[:, :, window])
    return {"x": dx_padded[:, :, padding : padding + T], "w": dw}
