# right: uneven rows, and a middle column that is not 0.
def vertical_edge_filter():
    """Make a filter that sees vertical edges, from bright on the left to dark on the right.

    Returns
    -------
    array (3, 3)
    """
    return np.array([[3, 1, -4], [0.5, 0.0, -0.5], [1, -0.5, -0.5]], dtype=float)
