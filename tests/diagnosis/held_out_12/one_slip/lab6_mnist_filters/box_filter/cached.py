# Caches the filter by size and hands the same array out each time.
def box_filter(k):
    """Make the filter that takes the mean of each window.

    Parameters
    ----------
    k : int
        Height and width, at least 1.

    Returns
    -------
    float array (k, k)
    """
    if k < 1:
        raise ValueError(f"k must be at least 1, got {k}")
    store = box_filter.__dict__.setdefault("store", {})
    if k not in store:
        store[k] = np.full((k, k), 1.0 / (k * k))
    return store[k]
