# CMU 11-785 style: dout is upsampled by the stride, padded and slid over with the flipped filter, but places at the right end that no window covers are left off dx, so its length is wrong where the stride does not divide
def conv_1d_channels_backward(x, w, dout=None, stride=1, padding=0):
    N, C, T = x.shape
    O, _, K = w.shape
    L = (T - K + 2 * padding) // stride + 1
    if dout is None:
        dout = np.ones((N, O, L))
    A = np.pad(x.astype(float), ((0, 0), (0, 0), (padding, padding)))
    dZ = np.zeros((N, O, (L - 1) * stride + 1))
    dZ[:, :, ::stride] = dout
    dW = np.stack([np.einsum('not,nct->oc', dZ, A[:, :, k:k + dZ.shape[2]]) for k in range(K)], axis=2)
    padded = np.pad(dZ, ((0, 0), (0, 0), (K - 1, K - 1)))
    flipped = w[:, :, ::-1].astype(float)
    dA = np.stack([np.einsum('nok,ock->nc', padded[:, :, i:i + K], flipped)
                   for i in range(padded.shape[2] - K + 1)], axis=2)
    return {'x': dA[:, :, padding:padding + T], 'w': dW}
