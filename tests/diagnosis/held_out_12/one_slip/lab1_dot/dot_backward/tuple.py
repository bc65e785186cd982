# Returns a tuple (dx, dw), as a layer of a framework would, and not a dictionary.
def dot_backward(x, w, da=None):
    """Send the upstream gradient of `dot_forward` back to its inputs.

    Parameters
    ----------
    x, w : arrays (KH, KW)
        The inputs of `dot_forward`.
    da : number, optional
        Gradient of the loss with respect to the output of `dot_forward`; 1 if not given.

    Returns
    -------
    dict
        'x': gradient with respect to x, float64, (KH, KW);
        'w': gradient with respect to w, float64, (KH, KW).
    """
    if x.ndim != 2 or x.shape != w.shape:
        raise ValueError(f"x and w must be 2-D and of one shape, got {x.shape} and {w.shape}")
    if da is None:
        da = 1.0
    return float(da) * w, float(da) * x
