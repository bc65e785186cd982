# dw is multiplied by the output of the forward as well.
def dot_backward(x, w, da=None):
    up = 1.0 if da is None else float(da)
    a = float((x * w).sum())
    grads = {}
    grads["x"] = w.astype(float) * up
    grads["w"] = x.astype(float) * up * a
    return grads
