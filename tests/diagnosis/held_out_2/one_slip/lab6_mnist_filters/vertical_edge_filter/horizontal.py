# wrong: looks for horizontal edges (transposed)
def vertical_edge_filter():
    sobel = np.array([[1, 2, 1], [0, 0, 0], [-1, -2, -1]])
    return sobel / 4
