# right
# one shifted image for each tap
def conv_forward(X, w):
    h, v = X.shape[0] - w.shape[0] + 1, X.shape[1] - w.shape[1] + 1
    return sum(
        weight * X[u : u + h, s : s + v] for (u, s), weight in np.ndenumerate(w)
    )
