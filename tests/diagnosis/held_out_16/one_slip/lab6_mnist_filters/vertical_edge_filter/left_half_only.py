# the last column is 0 ([1, -1, 0]): with two bright columns in the window the answer is 0, not positive
def vertical_edge_filter():
    w = np.zeros((3, 3))
    w[:, 0] = 1
    w[:, 1] = -1
    return w
