"""Idea: On the way back it does not matter which way round the filter lies.
Hint: Where each output hands its window its share, w lies as it is; in a convolution of dout it is
    turned round. Which of the two is yours?
Family: orientation
Fails: test_conv_1d_channels_backward_x, test_conv_1d_channels_backward_stride_x,
    test_conv_1d_channels_backward_padding_x, test_conv_1d_channels_backward_no_padding,
    test_conv_1d_channels_backward_together, test_conv_1d_channels_backward_kinds,
    test_conv_1d_channels_backward_untouched
"""


def conv_1d_channels_backward(x, w, dout=None, stride=1, padding=0):
    N, _, T = x.shape
    F, _, K = w.shape
    T_out = (T - K + 2 * padding) // stride + 1
    if dout is None:
        dout = np.ones((N, F, T_out))
    x_padded = np.pad(x, ((0, 0), (0, 0), (padding, padding)))
    spread = np.zeros((N, F, T + 2 * padding + K - 1))
    for t in range(T_out):
        spread[:, :, K - 1 + t * stride] = dout[:, :, t]
    dx_padded = np.zeros(x_padded.shape)
    for s in range(T + 2 * padding):
        dx_padded[:, :, s] = np.einsum("nok,ock->nc", spread[:, :, s : s + K], w)
    dw = np.zeros(w.shape)
    for t in range(T_out):
        window = x_padded[:, :, t * stride : t * stride + K]
        dw += np.einsum("no,nck->ock", dout[:, :, t], window)
    return {"x": dx_padded[:, :, padding : padding + T], "w": dw}
