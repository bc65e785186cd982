# in the manner of a book: dx as a full convolution of the upstream gradient that is not spread out by the stride
def conv_1d_channels_backward(x, w, dout=None, stride=1, padding=0):
    N, C, T = x.shape
    F, _, K = w.shape
    L = (T + 2 * padding - K) // stride + 1
    if dout is None:
        dout = np.ones((N, F, L))
    x_pad = np.pad(x, ((0, 0), (0, 0), (padding, padding)), mode="constant")
    dw = np.zeros(w.shape)
    for f in range(F):
        for l in range(L):
            dw[f] += np.sum(x_pad[:, :, l * stride : l * stride + K] * dout[:, f, l, None, None], axis=0)
    # gradient of the input: pad the upstream gradient and slide the flipped filter
    spread = np.zeros((N, F, T + 2 * padding + K - 1))
    spread[:, :, K - 1 : K - 1 + L] = dout
    w_flip = w[:, :, ::-1]
    dx_pad = np.zeros((N, C, T + 2 * padding))
    for i in range(T + 2 * padding):
        dx_pad[:, :, i] = np.einsum("nfk,fck->nc", spread[:, :, i : i + K], w_flip)
    return {"x": dx_pad[:, :, padding : padding + T].copy(), "w": dw}
