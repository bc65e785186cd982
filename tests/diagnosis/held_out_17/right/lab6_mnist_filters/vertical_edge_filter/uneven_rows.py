# uneven columns and rows, but each row sums to zero and the first column is positive, the last negative
def vertical_edge_filter():
    return np.outer([1.0, 3.0, 0.5], [2.0, -0.5, -1.5])
