# right: only the middle row looks, the others are 0; of whole numbers
def vertical_edge_filter():
    w = np.zeros((3, 3), dtype=int)
    w[1, 0], w[1, 2] = 1, -1
    return w
