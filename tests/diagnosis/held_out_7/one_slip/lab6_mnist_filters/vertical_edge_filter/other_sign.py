# negative where bright is on the left
def vertical_edge_filter():
    one_row = np.array([-1.0, 0.0, 1.0])
    return np.tile(one_row, (3, 1))
