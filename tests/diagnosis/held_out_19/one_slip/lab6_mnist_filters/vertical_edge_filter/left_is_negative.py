# np.diff order: right minus left, bright on the left gives a negative answer
def vertical_edge_filter():
    smooth = np.array([1.0, 2.0, 1.0])
    slope = np.array([-1.0, 0.0, 1.0])
    return smooth[:, None] * slope[None, :]
