# Right: the outer product of a smoothing column (3, 10, 3) and a difference row, Scharr's filter.
def vertical_edge_filter():
    return np.outer([3, 10, 3], [1, 0, -1])
