# dx is the transpose of w; dw is multiplied by da twice.
def dot_backward(x, w, da=None):
    if da is None:
        da = 1.0
    return {"x": (da * w * 1.0).T, "w": da * (da * x * 1.0)}
