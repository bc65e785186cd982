# each window is multiplied with w transposed as matrices and everything is summed, so entries of different rows meet
def conv_forward(X, w):
    H, W = X.shape
    KH, KW = w.shape
    out = np.zeros((H - KH + 1, W - KW + 1))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            window = X[i:i + KH, j:j + KW]
            out[i, j] = np.sum(np.dot(window, w.T))
    return out
