# Uses >= 0, so pixels whose weight is 0 are full.
def best_patch(w):
    """Find the patch with values in [0, 1] that excites a filter most.

    Parameters
    ----------
    w : array (KH, KW)
        A filter.

    Returns
    -------
    array (KH, KW)
        The patch, of numbers; 0 where w is 0.
    """
    if w.ndim != 2:
        raise ValueError(f"w must be 2-D, got shape {w.shape}")
    return (w >= 0).astype(float)
