# A bright line in the middle is what it looks for, not a step.
def vertical_edge_filter():
    return np.array([[-1.0, 2.0, -1.0]] * 3)
