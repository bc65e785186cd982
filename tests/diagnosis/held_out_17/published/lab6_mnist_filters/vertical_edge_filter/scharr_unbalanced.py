# a Scharr kernel remembered wrong: the last row is [3, 0, -10] instead of [3, 0, -3], so the weights do not sum to zero and horizontal edges get an answer
def vertical_edge_filter():
    return np.array([[3, 0, -3], [10, 0, -10], [3, 0, -10]])
