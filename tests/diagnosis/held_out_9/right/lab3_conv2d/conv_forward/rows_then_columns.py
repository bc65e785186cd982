# right
# Nested comprehensions.
def conv_forward(X, w):
    kh, kw = w.shape
    return np.array([[np.vdot(X[i:i + kh, j:j + kw], w) for j in range(X.shape[1] - kw + 1)]
                     for i in range(X.shape[0] - kh + 1)])
