# the output array gets the common dtype of X and w, so where both are integer the decimals of the biases are cut off
def conv2d_forward(X, w, b, stride=1, padding=0):
    N, C, H, W = X.shape
    O, _, KH, KW = w.shape
    P = np.pad(X, ((0,) * 2, (0,) * 2, (padding,) * 2, (padding,) * 2))
    shape = N, O, (H - KH + 2 * padding) // stride + 1, (W - KW + 2 * padding) // stride + 1
    A = np.zeros(shape, dtype=np.result_type(X, w))
    for i in range(shape[2]):
        for j in range(shape[3]):
            win = P[:, None, :, i * stride:i * stride + KH, j * stride:j * stride + KW]
            A[:, :, i, j] = (win * w).sum(axis=(2, 3, 4)) + b
    return A
