# wrong: the gradient of x is da * x; the gradient of w is da + x
def dot_backward(x, w, da=None):
    if da is None:
        da = 1
    x = np.array(x, dtype=float)
    w = np.array(w, dtype=float)
    grad_x = da * x
    grad_w = da + x
    return {"x": grad_x, "w": grad_w}
