# wrong: does not sum to zero
def vertical_edge_filter():
    row = [1.0, 0.0, -0.5]
    return np.array([row, row, row])
