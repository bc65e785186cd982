# the filter is picked with the image's number (w[n % O]) instead of the filter's, so all maps of an image are the same up to the bias
def conv2d_forward(X, w, b, stride=1, padding=0):
    P = np.pad(X, ((0,), (0,), (padding,), (padding,)))
    N, C, H, W = P.shape
    O, _, KH, KW = w.shape
    A = np.zeros((N, O, (H - KH) // stride + 1, (W - KW) // stride + 1))
    for n in range(N):
        for o in range(O):
            kernel = w[n % O]
            for i in range(A.shape[2]):
                for j in range(A.shape[3]):
                    r, c = i * stride, j * stride
                    A[n, o, i, j] = (kernel * P[n, :, r:r + KH, c:c + KW]).sum() + b[o]
    return A
