# Returns the Prewitt kernel of the other direction: rows of 1, 0 and -1, which answers to horizontal edges and not to vertical ones.
def vertical_edge_filter():
    prewitt_y = np.array([[1, 1, 1], [0, 0, 0], [-1, -1, -1]])
    return prewitt_y
