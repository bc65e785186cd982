# right: an outer product of unequal smoothing weights and a lopsided slope (2, -0.5, -1.5).
def vertical_edge_filter():
    smooth = [1.0, 3.0, 1.0]
    slope = [2.0, -0.5, -1.5]
    return np.outer(smooth, slope)
