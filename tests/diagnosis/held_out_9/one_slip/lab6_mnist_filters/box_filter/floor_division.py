# // instead of /: the entries are whole numbers, 0 for every k above 1.
def box_filter(k):
    return np.ones((k, k)) // (k * k)
