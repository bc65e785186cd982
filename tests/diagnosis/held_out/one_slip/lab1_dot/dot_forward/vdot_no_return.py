# wrong: nothing is returned
def dot_forward(x, w):
    a = np.vdot(x.ravel(), w.ravel())
