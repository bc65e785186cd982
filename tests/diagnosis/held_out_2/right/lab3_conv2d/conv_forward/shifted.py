# right
def conv_forward(X, w):
    a, b = X.shape[0] - w.shape[0] + 1, X.shape[1] - w.shape[1] + 1
    return sum(w[i, j] * X[i:a + i, j:b + j] for i in range(w.shape[0]) for j in range(w.shape[1]))
