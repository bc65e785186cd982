# wrong: upstream default by truth value: zero counts as missing
def dot_backward(x, w, da=None):
    if not da:
        da = 1
    grads = {}
    grads["x"] = np.array(w, dtype=float) * da
    grads["w"] = np.array(x, dtype=float) * da
    return grads
