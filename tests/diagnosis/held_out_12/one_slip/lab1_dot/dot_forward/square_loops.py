# Loops with the number of rows for both axes, so columns of wide grids are missed.
def dot_forward(x, w):
    """Add up the elementwise products of two arrays.

    Parameters
    ----------
    x : array (KH, KW)
        A patch of an image.
    w : array (KH, KW)
        A filter.

    Returns
    -------
    a number
    """
    if x.ndim != 2 or x.shape != w.shape:
        raise ValueError(f"x and w must be 2-D and of one shape, got {x.shape} and {w.shape}")
    n = x.shape[0]
    total = 0
    for i in range(n):
        for j in range(n):
            if j < x.shape[1]:
                total += x[i, j] * w[i, j]
    return total
