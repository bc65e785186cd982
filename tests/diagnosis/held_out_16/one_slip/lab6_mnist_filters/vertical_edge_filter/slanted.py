# the filter for slanted edges: its rows sum to 2, 0 and -2, so it answers to horizontal edges too
def vertical_edge_filter():
    return np.fromfunction(lambda r, c: 2.0 - r - c, (3, 3))
