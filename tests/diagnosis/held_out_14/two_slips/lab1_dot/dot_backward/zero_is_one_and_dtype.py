# a given da of 0 is taken for 1 (truthiness); the gradients get the dtype of x instead of float64
def dot_backward(x, w, da=None):
    if not da:
        da = 1.0
    dx = (w * da).astype(x.dtype)
    dw = (x * da).astype(x.dtype)
    return {'x': dx, 'w': dw}
