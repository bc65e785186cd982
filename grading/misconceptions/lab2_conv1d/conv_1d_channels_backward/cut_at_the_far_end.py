"""Idea: The padding is what is too much: the first T places are x.
Hint: Where did the forward pass put its zeros? At one end?
Family: padding
Fails: test_conv_1d_channels_backward_padding_x, test_conv_1d_channels_backward_together
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
                dw[f] += dout[n, f, t] * x_padded[n, :, window]
    return {"x": dx_padded[:, :, :T], "w": dw}
