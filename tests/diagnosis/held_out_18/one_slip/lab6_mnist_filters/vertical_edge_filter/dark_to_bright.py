# the signs are the wrong way round: positive for dark on the left, so steps from bright to dark get a negative answer
import numpy as np
def vertical_edge_filter():
    column = np.array([1.0, 2.0, 1.0])
    return np.outer(column, [-1.0, 0.0, 1.0])
