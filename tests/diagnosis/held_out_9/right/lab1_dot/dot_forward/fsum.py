# right
# math.fsum over a generator.
def dot_forward(x, w):
    import math
    if x.ndim != 2 or x.shape != w.shape:
        raise ValueError(f"x and w must be 2-D and of one shape, got {x.shape} and {w.shape}")
    return math.fsum(float(a) * float(b) for a, b in zip(x.flat, w.flat))
