# Sobel's Gx as printed in many places, -1 0 1: its answer to bright on the left is negative
def vertical_edge_filter():
    Kx = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]], np.float32)
    return Kx
