# both gradients transposed, as if the forward were a matrix product
def dot_backward(x, w, da=None):
    if da is None:
        da = 1.0
    grad_x = np.float64(da) * w.T
    grad_w = np.float64(da) * x.T
    return dict(x=grad_x.astype(np.float64), w=grad_w.astype(np.float64))
