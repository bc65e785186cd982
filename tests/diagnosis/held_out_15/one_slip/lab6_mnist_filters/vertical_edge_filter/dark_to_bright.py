# The sign is the wrong way round: it answers positively to a step from dark on the left to bright on the right.
def vertical_edge_filter():
    sobel_x = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]], dtype=float)
    return sobel_x
