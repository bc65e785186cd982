# right
# Scharr's filter
def vertical_edge_filter():
    return np.array([[3.0, 0, -3], [10, 0, -10], [3, 0, -3]]) / 16
