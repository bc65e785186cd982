# The signs are the other way round: bright on the right.
def vertical_edge_filter():
    column = np.array([[1.0], [2.0], [1.0]])
    across = np.array([[-1.0, 0.0, 1.0]])
    return column @ across
