# right
def vertical_edge_filter():
    return np.array([[1, 0, -1], [2, 0, -2], [1, 0, -1]]) / 4
