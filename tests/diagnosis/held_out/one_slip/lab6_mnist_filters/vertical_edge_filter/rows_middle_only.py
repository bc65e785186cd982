# wrong: answers to horizontal edges: rows with different weights that do not cancel
def vertical_edge_filter():
    row = [1.0, 0.0, -1.0]
    return np.array([[1.0, 1.0, 0.0], [1.0, 0.0, -1.0], [0.0, -1.0, -1.0]])
