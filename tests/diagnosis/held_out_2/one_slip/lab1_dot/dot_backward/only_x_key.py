# wrong: the dictionary has no entry for w
def dot_backward(x, w, da=None):
    da = 1.0 if da is None else float(da)
    gradient = dict()
    gradient["x"] = da * w.astype(float)
    gradient["dw"] = da * x.astype(float)
    return gradient
