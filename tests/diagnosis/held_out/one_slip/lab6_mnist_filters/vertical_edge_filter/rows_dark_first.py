# wrong: positive for dark to bright: the sign is turned round
def vertical_edge_filter():
    row = [-1.0, 0.0, 1.0]
    return np.array([row, row, row])
