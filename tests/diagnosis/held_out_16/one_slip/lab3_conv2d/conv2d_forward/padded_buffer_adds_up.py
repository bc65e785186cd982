# one padded buffer serves all images and each is added to it (+=): every image is laid on top of those before
def conv2d_forward(X, w, b, stride=1, padding=0):
    N, C, H, W = X.shape
    O, _, KH, KW = w.shape
    Ho, Wo = (H + 2 * padding - KH) // stride + 1, (W + 2 * padding - KW) // stride + 1
    buffer = np.zeros((C, H + 2 * padding, W + 2 * padding))
    A = np.zeros((N, O, Ho, Wo))
    for n in range(N):
        buffer[:, padding : padding + H, padding : padding + W] += X[n]
        for i in range(Ho):
            for j in range(Wo):
                window = buffer[:, i * stride : i * stride + KH, j * stride : j * stride + KW]
                A[n, :, i, j] = (w * window).sum(axis=(1, 2, 3)) + b
    return A
