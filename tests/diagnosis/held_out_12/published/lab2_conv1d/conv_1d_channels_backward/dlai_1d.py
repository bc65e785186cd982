# deeplearning.ai conv_backward in 1-D, with the horizontal start not multiplied by stride in the gradient of the input.
def conv_1d_channels_backward(x, w, dout=None, stride=1, padding=0):
    m, n_C_prev, n_prev = x.shape
    n_C, _, f = w.shape
    n_out = (n_prev - f + 2 * padding) // stride + 1
    dZ = np.ones((m, n_C, n_out)) if dout is None else dout
    dA_prev_pad = np.zeros((m, n_C_prev, n_prev + 2 * padding))
    dW = np.zeros((n_C, n_C_prev, f))
    A_prev_pad = np.pad(x.astype(float), ((0, 0), (0, 0), (padding, padding)))
    for i in range(m):
        for h in range(n_out):
            start = h * stride
            for c in range(n_C):
                a_slice = A_prev_pad[i, :, start : start + f]
                dA_prev_pad[i, :, h : h + f] += w[c] * dZ[i, c, h]
                dW[c] += a_slice * dZ[i, c, h]
    return {"x": dA_prev_pad[:, :, padding : padding + n_prev].copy(), "w": dW}
