# sees horizontal edges (transposed); the weights sum to 1 because of the middle
def vertical_edge_filter():
    w = np.zeros((3, 3))
    w[0, :] = 1
    w[2, :] = -1
    w[1, 1] = 1
    return w
