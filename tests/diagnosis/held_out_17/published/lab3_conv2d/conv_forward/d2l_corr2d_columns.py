# d2l's corr2d with the number of output columns taken from the rows: H - KH + 1 on both axes (where a window does not fit it stays 0)
def conv_forward(X, w):
    K = w
    h, v = K.shape
    n = X.shape[0] - h + 1
    Y = np.zeros((n, n))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            patch = X[i:i + h, j:j + v]
            if patch.shape == K.shape:
                Y[i, j] = (patch * K).sum()
    return Y
