# wrong: x is scaled in place to its maximum
def dot_forward(x, w):
    x /= x.max()
    return np.vdot(x.ravel(), w.ravel())
