# The weights 1, -1, 0 in each row compare only the first two columns: at a step with two bright columns the answer is 0.
def vertical_edge_filter():
    w = np.zeros((3, 3))
    w[:, 0] = 1
    w[:, 1] = -1
    return w
