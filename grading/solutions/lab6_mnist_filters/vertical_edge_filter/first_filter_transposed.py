"""The filter of the first task, transposed."""


def vertical_edge_filter():
    w = np.zeros((3, 3))
    w[0, :] = 1
    w[2, :] = -1
    return w.T
