# d2l corr2d: w is read as one size h for both, w.shape[0] used for the width too
def corr2d(X, K):
    """Compute 2D cross-correlation."""
    h = w_ = K.shape[0]
    Y = np.zeros((X.shape[0] - h + 1, X.shape[1] - w_ + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i:i + h, j:j + w_] * K).sum()
    return Y


def conv_forward(X, w):
    return corr2d(X, w)
