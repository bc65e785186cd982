# np.trace(x @ w): without the transpose the diagonal pairs rows with columns.
def dot_forward(x, w):
    return np.trace(x @ w)
