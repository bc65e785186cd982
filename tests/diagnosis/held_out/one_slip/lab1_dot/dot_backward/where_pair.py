# wrong: a tuple is returned instead of a dict
def dot_backward(x, w, da=None):
    upstream = np.float64(1 if da is None else da)
    return (upstream * w, x * upstream)
