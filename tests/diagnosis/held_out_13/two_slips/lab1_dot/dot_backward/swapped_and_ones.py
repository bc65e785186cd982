# The two gradients are swapped, and da defaults to 0 when it is not given.
def dot_backward(x, w, da=None):
    if x.ndim != 2 or x.shape != w.shape:
        raise ValueError(f"x and w must be 2-D and of one shape, got {x.shape} and {w.shape}")
    if da is None:
        da = 0.0
    da = float(da)
    return {"w": da * w, "x": da * x}
