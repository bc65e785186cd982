# Returns the weights themselves clipped to 1, and pixels of negative weight become 1 by abs.
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
    return np.minimum(np.abs(w.astype(float)), 1)
