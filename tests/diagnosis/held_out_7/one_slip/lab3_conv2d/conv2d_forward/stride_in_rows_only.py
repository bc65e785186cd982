# the stride is used for the rows, but not for the columns
def conv2d_forward(X, w, b, stride=1, padding=0):
    N, C, H, W = X.shape
    O, C, HH, WW = w.shape
    P = np.zeros((N, C, H + 2 * padding, W + 2 * padding))
    P[:, :, padding : padding + H, padding : padding + W] = X
    H2 = 1 + (H + 2 * padding - HH) // stride
    W2 = 1 + (W + 2 * padding - WW) // stride
    Y = np.zeros((N, O, H2, W2))
    for o in range(O):
        for i in range(H2):
            for j in range(W2):
                top, left = i * stride, j
                patch = P[:, :, top : top + HH, left : left + WW]
                Y[:, o, i, j] = np.sum(patch * w[o], axis=(1, 2, 3)) + b[o]
    return Y
