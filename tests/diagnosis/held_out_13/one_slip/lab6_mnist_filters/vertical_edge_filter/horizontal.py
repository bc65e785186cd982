# Sees horizontal edges: the stripes are rows instead of columns.
def vertical_edge_filter():
    return np.array([[1, 2, 1], [0, 0, 0], [-1, -2, -1]])
