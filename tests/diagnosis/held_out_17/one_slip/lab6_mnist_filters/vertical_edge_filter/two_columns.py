# the filter is positive on the left and zero on the right, but its middle column is the negative one, so a window with two bright columns gives 0
def vertical_edge_filter():
    return np.array([[1, -1, 0],
                     [1, -1, 0],
                     [1, -1, 0]], dtype=float)
