# adds shifted copies of the image, one for each filter tap
def conv_forward(X, w):
    R, C = X.shape[0] - w.shape[0] + 1, X.shape[1] - w.shape[1] + 1
    return sum(w[u, v] * X[u:u + R, v:v + C] for u, v in np.ndindex(*w.shape))
