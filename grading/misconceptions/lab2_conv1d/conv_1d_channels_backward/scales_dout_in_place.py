"""Idea: The array dout is mine to write into.
Hint: Look at dout after the call. Whose array is it?
Family: memory
Fails: test_conv_1d_channels_backward_untouched
"""


def conv_1d_channels_backward(x, w, dout=None, stride=1, padding=0):
    N, _, T = x.shape
    F, _, K = w.shape
    T_out = (T - K + 2 * padding) // stride + 1
    if dout is None:
        dout = np.ones((N, F, T_out))
    scale = np.abs(dout).max() or 1.0
    if dout.dtype.kind == "f":
        dout /= scale
    else:
        scale = 1.0
    x_padded = np.pad(x, ((0, 0), (0, 0), (padding, padding)))
    dx_padded = np.zeros(x_padded.shape)
    dw = np.zeros(w.shape)
    for n in range(N):
        for f in range(F):
            for t in range(T_out):
                window = slice(t * stride, t * stride + K)
                dx_padded[n, :, window] += dout[n, f, t] * w[f]
                dw[f] += dout[n, f, t] * x_padded[n, :, window]
    return {"x": scale * dx_padded[:, :, padding : padding + T], "w": scale * dw}
