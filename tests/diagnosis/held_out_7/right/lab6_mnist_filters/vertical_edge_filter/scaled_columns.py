# right
# 1, 0, -1 weighted by rows that differ
def vertical_edge_filter():
    return np.outer([3, 10, 3], [1, 0, -1]) / 32
