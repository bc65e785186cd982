"""Idea: The default upstream gradient has one entry for each window.
Hint: How many outputs are there with stride 2?
Family: stride
Fails: test_conv_1d_channels_backward_stride_x, test_conv_1d_channels_backward_stride_w,
    test_conv_1d_channels_backward_together
"""


def conv_1d_channels_backward(x, w, dout=None, stride=1, padding=0):
    N, _, T = x.shape
    F, _, K = w.shape
    if dout is None:
        dout = np.ones((N, F, T - K + 1 + 2 * padding))
    x_padded = np.pad(x, ((0, 0), (0, 0), (padding, padding)))
    dx_padded, dw = np.zeros(x_padded.shape), np.zeros(w.shape)
    for t in range(dout.shape[2]):
        window = x_padded[:, :, t * stride : t * stride + K]
        k = window.shape[2]
        dx_padded[:, :, t * stride : t * stride + K] += np.einsum(
            "no,ock->nck", dout[:, :, t], w[:, :, :k]
        )
        dw[:, :, :k] += np.einsum("no,nck->ock", dout[:, :, t], window)
    return {"x": dx_padded[:, :, padding : padding + T], "w": dw}
