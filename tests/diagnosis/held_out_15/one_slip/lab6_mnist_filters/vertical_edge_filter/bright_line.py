# The weights -1, 2, -1 in each row look for a bright line and not for a step: with one bright column the answer is negative.
def vertical_edge_filter():
    return np.tile([-1.0, 2.0, -1.0], (3, 1))
