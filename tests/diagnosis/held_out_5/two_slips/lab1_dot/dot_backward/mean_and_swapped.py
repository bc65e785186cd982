# wrong: swapped gradients (x gets x, w gets w); divided by the number of elements
def dot_backward(x, w, da=None):
    if da is None:
        da = 1
    n = x.size
    dx = da * x / n
    dw = da * w / n
    return {"x": dx, "w": dw}
