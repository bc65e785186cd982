# wrong: flattens both in the order of memory ('K'), so mixed layouts pair the wrong entries
def dot_forward(x, w):
    if x.ndim != 2 or x.shape != w.shape:
        raise ValueError(f"x and w must be 2-D and of one shape, got {x.shape} and {w.shape}")
    # "K" saves a copy
    a = x.ravel(order="K")
    b = w.ravel(order="K")
    return np.dot(a, b)
