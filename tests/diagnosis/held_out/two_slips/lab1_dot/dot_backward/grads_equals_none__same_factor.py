# wrong: upstream default by truth value: zero counts as missing; both gradients use x (copy-paste): dx is da * x, not da * w
def dot_backward(x, w, da=None):
    if not da:
        da = 1
    grads = {}
    grads["x"] = np.array(x, dtype=float) * da
    grads["w"] = np.array(x, dtype=float) * da
    return grads
