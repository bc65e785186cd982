# Right: no windows at all, a sum over the filter's weights of whole shifted images.
def conv_forward(X, w):
    h, v = X.shape[0] - w.shape[0] + 1, X.shape[1] - w.shape[1] + 1
    return sum(w[u, k] * X[u:u + h, k:k + v] for u, k in np.ndindex(w.shape))
