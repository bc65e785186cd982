"""Idea: dx is as long as what the windows cover.
Hint: Which shape has x, and which has your dx? What is the gradient of a place that no window
    sees?
Family: counting
Fails: test_conv_1d_channels_backward_stride_x
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
    covered = (T_out - 1) * stride + K
    dx_padded = dx_padded[:, :, : max(covered, 1)]
    return {"x": dx_padded[:, :, padding : padding + T], "w": dw}
