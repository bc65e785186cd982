# right
def conv_1d_channels_backward(x, w, dout=None, stride=1, padding=0):
    (N, C, T), (O, _, K) = x.shape, w.shape
    n = (T + 2 * padding - K) // stride + 1
    g = np.full((N, O, n), 1.0) if dout is None else np.array(dout, float)
    dx, dw = np.zeros((N, C, T)), np.zeros((O, C, K))
    for k in range(K):
        for t in range(n):
            i = t * stride + k - padding
            if 0 <= i < T:
                dx[:, :, i] += g[:, :, t] @ w[:, :, k]
                dw[:, :, k] += g[:, :, t].T @ x[:, :, i]
    return {"x": dx, "w": dw}
