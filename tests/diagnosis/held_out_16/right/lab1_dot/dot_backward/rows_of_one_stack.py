# right: both gradients are rows of one new stack (w above x), times da
def dot_backward(x, w, da=None):
    upstream = float(da) if da is not None else 1.0
    swapped = np.array([w, x], dtype=np.float64)
    swapped *= upstream
    return dict(zip("xw", swapped))
