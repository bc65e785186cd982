# Turns the filter by 90 degrees (np.rot90) before laying it on, which fits at all only where filters are square.
def conv_forward(X, w):
    turned = np.rot90(w)
    kh, kw = w.shape
    return np.array([
        [float(np.sum(X[i:i + kh, j:j + kw] * turned)) for j in range(X.shape[1] - kw + 1)]
        for i in range(X.shape[0] - kh + 1)
    ])
