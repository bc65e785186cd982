# The sum over the window's columns uses sum(axis=0) of the first: only the first column of each window counts.
def conv_forward(X, w):
    oh, ow = X.shape[0] - w.shape[0] + 1, X.shape[1] - w.shape[1] + 1
    A = np.zeros((oh, ow))
    for i in range(oh):
        for j in range(ow):
            A[i, j] = (X[i:i + w.shape[0], j:j + w.shape[1]] * w).sum(axis=0)[0]
    return A
