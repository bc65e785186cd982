"""More digits than asked for: the result is a longdouble."""


def dot_forward(x, w):
    return np.sum(np.multiply(x, w, dtype=np.longdouble))
