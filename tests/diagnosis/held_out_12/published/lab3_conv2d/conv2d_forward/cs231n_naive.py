# cs231n conv_forward_naive with H' computed by 1 + (H + pad - HH) / stride, a single pad.
def conv2d_forward(X, w, b, stride=1, padding=0):
    N, C, H, W = X.shape
    F, C, HH, WW = w.shape
    H_out = 1 + (H + padding - HH) // stride
    W_out = 1 + (W + padding - WW) // stride
    out = np.zeros((N, F, H_out, W_out))
    x_padded = np.pad(X, ((0,), (0,), (padding,), (padding,)), mode="constant")
    for n in range(N):
        for f in range(F):
            for i in range(H_out):
                for j in range(W_out):
                    field = x_padded[n, :, i * stride : i * stride + HH, j * stride : j * stride + WW]
                    out[n, f, i, j] = np.sum(field * w[f]) + b[f]
    return out
