# right
def box_filter(k):
    return np.full((k, k), 1 / (k * k))
