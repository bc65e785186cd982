# wrong: x is scaled in place to its maximum; nothing is returned
def dot_forward(x, w):
    x /= x.max()
    a = np.vdot(x.ravel(), w.ravel())
