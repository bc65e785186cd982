# right: outer product of two one-dimensional means.
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
    line = np.repeat(1 / k, k)
    return np.multiply.outer(line, line)
