# wrong: `if not da`: a zero upstream gradient counts as missing
def dot_backward(x, w, da=None):
    if not da:
        da = 1.0
    grads = {}
    for key, other in (("x", w), ("w", x)):
        grads[key] = np.multiply(other, float(da))
    return grads
