# wrong: the sign of the upstream is lost: absolute value
def dot_backward(x, w, da=None):
    upstream = np.float64(1 if da is None else da)
    return dict(x=abs(upstream) * w, w=x * abs(upstream))
