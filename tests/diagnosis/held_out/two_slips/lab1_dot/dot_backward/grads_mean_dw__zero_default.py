# wrong: dw divided by the number of entries; the default upstream is 0, not 1
def dot_backward(x, w, da=None):
    if da is None:
        da = 0
    grads = {}
    grads["x"] = np.array(w, dtype=float) * da
    grads["w"] = np.array(x, dtype=float) * da / x.size
    return grads
