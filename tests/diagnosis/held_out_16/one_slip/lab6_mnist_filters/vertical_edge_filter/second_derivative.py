# the second derivative [1, -2, 1]: with two bright columns in the window the answer is negative
def vertical_edge_filter():
    column = np.ones((3, 1))
    return column @ np.array([[1.0, -2.0, 1.0]])
