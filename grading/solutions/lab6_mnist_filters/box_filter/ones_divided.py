"""Ones, divided by their sum."""


def box_filter(k):
    w = np.ones((k, k))
    w /= w.sum()
    return w
