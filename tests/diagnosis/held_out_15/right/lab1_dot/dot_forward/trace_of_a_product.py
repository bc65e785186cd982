# Right: the trace of x.T @ w, whose diagonal holds the sums of the columns.
def dot_forward(x, w):
    return np.trace(x.T @ w)
