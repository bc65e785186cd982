# = for +=: the map of the last tap alone is left.
def conv_forward(X, w):
    oh, ow = X.shape[0] - w.shape[0] + 1, X.shape[1] - w.shape[1] + 1
    A = np.zeros((oh, ow))
    for (p, q), weight in np.ndenumerate(w):
        A = weight * X[p:p + oh, q:q + ow]
    return A
