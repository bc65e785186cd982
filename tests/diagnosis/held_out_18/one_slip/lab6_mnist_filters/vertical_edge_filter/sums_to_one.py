# Prewitt columns with an extra 1 in the middle, so the weights sum to 1 and plain paper and horizontal edges get an answer
import numpy as np
def vertical_edge_filter():
    w = np.zeros((3, 3))
    w[:, 0] = 1
    w[:, 2] = -1
    w[1, 1] = 1
    return w
