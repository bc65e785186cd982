# both gradients are divided by the number of entries, as if the forward were the mean of the products
def dot_backward(x, w, da=None):
    if da is None:
        da = 1.0
    n = x.size
    grads = {}
    for name, other in (("x", w), ("w", x)):
        grads[name] = np.array(other, dtype=np.float64) * da / n
    return grads
