# right
def vertical_edge_filter():
    return np.outer(np.ones(3), [0.5, 0.0, -0.5])
