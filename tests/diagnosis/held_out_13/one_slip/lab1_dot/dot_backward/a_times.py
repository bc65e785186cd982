# The gradients are additionally multiplied by the output a, as if the layer were squared.
def dot_backward(x, w, da=None):
    if x.ndim != 2 or x.shape != w.shape:
        raise ValueError(f"x and w must be 2-D and of one shape, got {x.shape} and {w.shape}")
    if da is None:
        da = 1.0
    a = dot_forward(x, w)
    upstream = da * a
    return {"x": upstream * w.astype(float), "w": upstream * x.astype(float)}
