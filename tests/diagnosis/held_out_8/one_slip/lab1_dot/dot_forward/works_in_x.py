# x *= w: the products are written into the argument.
def dot_forward(x, w):
    if x.ndim != 2 or x.shape != w.shape:
        raise ValueError(f"x and w must be 2-D and of one shape, got {x.shape} and {w.shape}")
    np.multiply(x, w, out=x, casting="unsafe")
    return x.sum()
