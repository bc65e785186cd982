# right
def vertical_edge_filter():
    smooth = np.array([3, 10, 3]) / 16
    return np.kron(smooth[:, np.newaxis], [1, 0, -1])
