# right
# Both in one loop, every array after the other's name.
def dot_backward(x, w, da=None):
    slope = np.float64(1 if da is None else da)
    return {name: slope * other for name, other in [("x", w), ("w", x)]}
