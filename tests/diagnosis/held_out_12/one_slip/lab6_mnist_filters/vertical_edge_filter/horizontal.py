# The filter is that for horizontal edges, bright above and dark below.
def vertical_edge_filter():
    """Make a filter that sees vertical edges, from bright on the left to dark on the right.

    Returns
    -------
    array (3, 3)
    """
    return np.array([[1.0, 1, 1], [0, 0, 0], [-1, -1, -1]])
