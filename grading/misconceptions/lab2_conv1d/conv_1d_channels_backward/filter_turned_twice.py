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
    dx_padded = np.zeros(x_padded.shape)
    dw = np.zeros(w.shape)
    for n in range(N):
        for f in range(F):
            for t in range(T_out):
                window = slice(t * stride, t * stride + K)
                dx_padded[n, :, window] += dout[n, f, t] * w[f][:, ::-1]
                dw[f] += dout[n, f, t] * x_padded[n, :, window]
    return {"x": dx_padded[:, :, padding : padding + T], "w": dw}
