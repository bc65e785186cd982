# blur down the columns times a difference along the rows, as an outer product with uneven weights
def vertical_edge_filter():
    down = np.array([0.2, 0.5, 0.3])
    along = np.array([3.0, -1.0, -2.0])
    return np.outer(down, along)
