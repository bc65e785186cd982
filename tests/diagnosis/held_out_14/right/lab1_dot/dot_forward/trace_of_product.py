# the trace of x times w transposed
def dot_forward(x, w):
    return np.trace(x @ w.T)
