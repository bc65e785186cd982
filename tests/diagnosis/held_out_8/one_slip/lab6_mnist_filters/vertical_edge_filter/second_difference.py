# 1, -2, 1 across: sees lines, not steps.
def vertical_edge_filter():
    row = np.array([1, -2, 1])
    return np.vstack([row, row, row])
