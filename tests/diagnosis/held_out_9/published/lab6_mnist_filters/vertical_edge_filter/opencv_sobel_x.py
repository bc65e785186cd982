# OpenCV's Sobel x: positive on the right, so it answers to dark left, bright right.
def vertical_edge_filter():
    smooth = np.array([1, 2, 1])
    diff = np.array([-1, 0, 1])
    return np.outer(smooth, diff).astype(float)
