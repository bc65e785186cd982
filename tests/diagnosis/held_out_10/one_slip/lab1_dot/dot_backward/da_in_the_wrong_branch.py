# The condition is inverted: a da that is given becomes 1.
def dot_backward(x, w, da=None):
    if da is not None:
        da = 1
    else:
        da = 1.0
    grads = {}
    grads["x"] = (da * w).astype(float)
    grads["w"] = (da * x).astype(float)
    return grads
