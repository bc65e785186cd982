# (1, -2, 1) sees vertical lines: two bright columns give a negative answer
def vertical_edge_filter():
    return np.array([[1, -2, 1]] * 3)
