# uneven rows: (3, 10, 3) times (2, -1, -1), so both bright columns count, but with different weights
import numpy as np
def vertical_edge_filter():
    return np.outer([3.0, 10.0, 3.0], [2.0, -1.0, -1.0]) / 16
