"""A list of lists."""


def box_filter(k):
    return np.array([[1 / (k * k) for _ in range(k)] for _ in range(k)])
