"""Idea: dw is made of x.
Hint: What did the weights meet in the forward pass: x, or the padded x?
Family: padding
Fails: test_conv_1d_channels_backward_padding_w, test_conv_1d_channels_backward_together
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
                dx_padded[n, :, window] += dout[n, f, t] * w[f]
                seen = x[n, :, window]
                dw[f, :, : seen.shape[1]] += dout[n, f, t] * seen
    return {"x": dx_padded[:, :, padding : padding + T], "w": dw}
