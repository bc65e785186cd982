# wrong: da has no default
def dot_backward(x, w, da):
    upstream = np.float64(1 if da is None else da)
    return dict(x=upstream * w, w=x * upstream)
