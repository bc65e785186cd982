# a minus is missing in the last row, the weights do not sum to 0
def vertical_edge_filter():
    w = np.zeros((3, 3))
    w[0] = [1, 0, -1]
    w[1] = [2, 0, -2]
    w[2] = [1, 0, 1]
    return w
