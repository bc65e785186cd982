# Takes the mean in place of the sum, and only over the first axis, so that a vector comes out.
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
    return np.mean(x * w, axis=0)
