# amount times the 4-neighbour Laplacian is taken off the identity (0 in the corners, 1 + 4*amount in the middle), not the box filter
import numpy as np
def sharpen_filter(amount=1.0):
    a = float(amount)
    return np.array([[0, -a, 0], [-a, 1 + 4 * a, -a], [0, -a, 0]])
