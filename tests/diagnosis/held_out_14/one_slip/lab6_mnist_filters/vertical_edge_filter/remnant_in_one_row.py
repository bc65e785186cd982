# one row holds a wrong number left over from copying (the middle row is 2, 0, -1), so the weights sum to 1 and rows are not blind
def vertical_edge_filter():
    row = [1.0, 0.0, -1.0]
    w = np.array([row, row, row])
    w[1, 0] = 2
    return w
