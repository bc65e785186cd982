"""Idea: A gradient has the dtype of its input.
Hint: Which dtype do gradients have if x and w hold ints? `np.zeros_like` and `.astype(x.dtype)`
    take over that of x.
Family: number types
Fails: test_conv_1d_channels_backward_kinds
"""


def conv_1d_channels_backward(x, w, dout=None, stride=1, padding=0):
    N, _, T = x.shape
    F, _, K = w.shape
    T_out = (T - K + 2 * padding) // stride + 1
    if dout is None:
        dout = np.ones((N, F, T_out))
    x_padded = np.pad(x, ((0, 0), (0, 0), (padding, padding)))
    dx_padded = np.zeros_like(x_padded)
    dw = np.zeros_like(w)
    for n in range(N):
        for f in range(F):
            for t in range(T_out):
                window = slice(t * stride, t * stride + K)
                dx_padded[n, :, window] += (dout[n, f, t] * w[f]).astype(x.dtype)
                dw[f] += (dout[n, f, t] * x_padded[n, :, window]).astype(w.dtype)
    return {"x": dx_padded[:, :, padding : padding + T], "w": dw}
