# The map is as large as the image, with zeros where no window begins; and the filter is turned by 180 degrees.
def conv_forward(X, w):
    KH, KW = w.shape
    A = np.zeros(X.shape)
    f = np.flip(w)
    for i in range(X.shape[0] - KH + 1):
        for j in range(X.shape[1] - KW + 1):
            A[i, j] = np.sum(X[i:i + KH, j:j + KW] * f)
    return A
