# wrong: integer inputs keep an integer gradient: no float
def dot_backward(x, w, da=None):
    if da is None:
        da = 1
    grads = {}
    grads["x"] = w * da
    grads["w"] = x * da
    return grads
