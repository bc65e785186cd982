# wrong: whole numbers: // gives 0
def box_filter(k):
    return np.full((k, k), 1 // (k * k))
