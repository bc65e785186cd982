# A line detector: it sums to zero but answers negatively when one column of the window is bright.
def vertical_edge_filter():
    """Make a filter that sees vertical edges, from bright on the left to dark on the right.

    Returns
    -------
    array (3, 3)
    """
    return np.array([[-1.0, 2.0, -1.0]] * 3)
