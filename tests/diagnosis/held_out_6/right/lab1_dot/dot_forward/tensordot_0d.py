# right
def dot_forward(x, w):
    if x.ndim != 2 or x.shape != w.shape:
        raise ValueError(f"x and w must be 2-D and of one shape, got {x.shape} and {w.shape}")
    return np.tensordot(x, w, axes=((0, 1), (0, 1)))
