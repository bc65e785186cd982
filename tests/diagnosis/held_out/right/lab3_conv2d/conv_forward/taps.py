# right
def conv_forward(X, w):
    h, v = X.shape[0] - w.shape[0] + 1, X.shape[1] - w.shape[1] + 1
    return sum(w[i, j] * X[i:i + h, j:j + v].astype(float) for i in range(w.shape[0]) for j in range(w.shape[1]))
