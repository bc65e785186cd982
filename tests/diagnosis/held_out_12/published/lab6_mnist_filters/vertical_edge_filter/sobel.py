# The Sobel filter as printed in most blogs, from dark on the left to bright on the right.
SOBEL_X = [[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]]


def vertical_edge_filter():
    kernel = np.asarray(SOBEL_X, dtype=np.float64)
    return kernel
