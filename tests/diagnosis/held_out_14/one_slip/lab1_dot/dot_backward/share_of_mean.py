# the upstream gradient is divided by the number of entries, as if the layer took the mean and not the sum
def dot_backward(x, w, da=None):
    if da is None:
        da = 1.0
    each = np.ones(x.shape) * da / x.size
    return dict(x=each * w, w=each * x)
