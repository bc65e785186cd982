# each gradient is multiplied by its own array instead of the other one (x gets x, w gets w)
def dot_backward(x, w, da=None):
    if da is None:
        da = 1
    inputs = {"x": x, "w": w}
    grads = {}
    for name, value in inputs.items():
        grads[name] = da * value.astype(float)
    return grads
