# np.inner pairs every row of x with every row of w, not only rows of the same number, and all of that is summed
def dot_forward(x, w):
    return np.inner(x, w).sum()
