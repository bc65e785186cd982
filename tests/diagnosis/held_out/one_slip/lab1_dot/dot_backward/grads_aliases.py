# wrong: the inputs themselves are written: x and w are multiplied in place by da
def dot_backward(x, w, da=None):
    if da is None:
        da = 1
    grads = {}
    grads["x"] = np.multiply(w, da, out=w)
    grads["w"] = np.array(x, dtype=float) * da
    return grads
