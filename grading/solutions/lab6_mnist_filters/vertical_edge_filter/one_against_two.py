"""The left column against the mean of the other two."""


def vertical_edge_filter():
    return np.outer(np.ones(3), [1.0, -0.5, -0.5]) / 3
