"""Scharr's filter, float32 and divided."""


def vertical_edge_filter():
    return np.array([[3, 0, -3], [10, 0, -10], [3, 0, -3]], dtype=np.float32) / 16
