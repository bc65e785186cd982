# the padding is cut off dx at the left end only, so with padding dx is too long
def conv_1d_channels_backward(x, w, dout=None, stride=1, padding=0):
    (N, C, T), (O, _, K) = x.shape, w.shape
    T_out = (T - K + 2 * padding) // stride + 1
    up = np.ones((N, O, T_out)) if dout is None else dout.astype(float)
    big = np.pad(x, ((0, 0), (0, 0), (padding,) * 2)).astype(float)
    grad_big = np.zeros(big.shape)
    grad_w = np.zeros((O, C, K))
    for t in range(T_out):
        view = slice(t * stride, t * stride + K)
        grad_big[:, :, view] += np.tensordot(up[:, :, t], w, (1, 0))
        grad_w += np.tensordot(up[:, :, t], big[:, :, view], (0, 0))
    return {'x': grad_big[:, :, padding:], 'w': grad_w}
