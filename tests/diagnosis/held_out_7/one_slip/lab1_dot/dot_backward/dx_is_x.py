# the gradient of x is built from x itself
def dot_backward(x, w, da=None):
    if da is None:
        da = 1.0
    grad_x = da * np.asarray(x, dtype=np.float64)
    grad_w = da * np.asarray(x, dtype=np.float64)
    return dict(x=grad_x, w=grad_w)
