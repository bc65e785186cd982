# Scales the positive weights by the largest one, so smaller weights get less than full pixels.
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
    p = np.clip(w.astype(float), 0, None)
    return p / p.max() if p.max() > 0 else p
