# an upstream gradient of 0 is replaced by 1
def dot_backward(x, w, da=None):
    upstream = da
    if not upstream:
        upstream = 1.0
    grads = {}
    grads["x"] = upstream * w.astype(float)
    grads["w"] = upstream * x.astype(float)
    return grads
