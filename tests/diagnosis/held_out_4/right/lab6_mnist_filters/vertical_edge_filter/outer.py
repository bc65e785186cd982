# right
def vertical_edge_filter():
    return np.outer([3.0, 10, 3], [1, 0, -1]) / 16
