# The filter's height serves as its width; and the window's mean is taken.
def conv_forward(X, w):
    k = w.shape[0]
    H, W = X.shape
    A = np.zeros((H - k + 1, W - k + 1))
    for i in range(A.shape[0]):
        for j in range(A.shape[1]):
            A[i, j] = np.mean(X[i:i + k, j:j + k] * w)
    return A
