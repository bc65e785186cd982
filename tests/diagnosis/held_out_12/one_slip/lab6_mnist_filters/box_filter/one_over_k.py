# Divides by k and not by k squared.
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
    return np.ones((k, k)) / k
