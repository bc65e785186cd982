# The last column is 0: a step between the second and the third column is not seen.
def vertical_edge_filter():
    return np.array([[1.0, -1.0, 0.0]] * 3)
