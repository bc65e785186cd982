# the gradient of x is w scaled in place: asarray makes no copy of a float64 w, so the caller's w is changed and handed back as the gradient
def dot_backward(x, w, da=None):
    scale = 1.0 if da is None else da
    dw = scale * np.asarray(x, dtype=np.float64)
    dx = np.asarray(w, dtype=np.float64)
    dx *= scale
    return {'x': dx, 'w': dw}
