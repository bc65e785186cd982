# wrong: both gradients use x (copy-paste): dx is da * x, not da * w
def dot_backward(x, w, da=None):
    if da is None:
        da = 1
    grads = {}
    grads["x"] = np.array(x, dtype=float) * da
    grads["w"] = np.array(x, dtype=float) * da
    return grads
