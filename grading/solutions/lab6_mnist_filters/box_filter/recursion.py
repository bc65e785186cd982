"""A smaller box, made larger by a row and a column."""


def box_filter(k):
    if k == 1:
        return np.array([[1.0]])
    smaller = box_filter(k - 1) * ((k - 1) / k) ** 2
    return np.pad(smaller, (0, 1), mode="edge")
