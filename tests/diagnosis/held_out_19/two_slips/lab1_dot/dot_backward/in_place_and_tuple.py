# multiplies x and w in place by da; and returns a tuple instead of a dict
def dot_backward(x, w, da=None):
    if da is not None:
        x *= da
        w *= da
    dx = w.astype(np.float64)
    dw = x.astype(np.float64)
    return dx, dw
