# the sign is the other way round: positive for dark left and bright right
def vertical_edge_filter():
    column = np.array([[1.0], [2.0], [1.0]])
    return column * np.array([[-1.0, 0.0, 1.0]])
