# Uses `da or 1`, so an upstream gradient of 0 becomes 1.
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
    da = da or 1
    return {"x": np.float64(da) * w.astype(float), "w": np.float64(da) * x.astype(float)}
