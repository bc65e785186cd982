# the cs231n naive forward with out = np.zeros(..., dtype=x.dtype): integer images cut the decimals of every result
def conv2d_forward(X, w, b, stride=1, padding=0):
    N, C, H, W = X.shape
    F, C, HH, WW = w.shape
    x_pad = np.pad(X, ((0,), (0,), (padding,), (padding,)), 'constant')
    H_prime = 1 + (H + 2 * padding - HH) // stride
    W_prime = 1 + (W + 2 * padding - WW) // stride
    out = np.zeros((N, F, H_prime, W_prime), dtype=X.dtype)
    for n in range(N):
        for f in range(F):
            for i in range(H_prime):
                for j in range(W_prime):
                    window = x_pad[n, :, i * stride:i * stride + HH, j * stride:j * stride + WW]
                    out[n, f, i, j] = np.sum(window * w[f]) + b[f]
    return out
