# rows and columns are swapped: it sees horizontal edges
def vertical_edge_filter():
    sobel = np.array([[1, 2, 1], [0, 0, 0], [-1, -2, -1]])
    return sobel
