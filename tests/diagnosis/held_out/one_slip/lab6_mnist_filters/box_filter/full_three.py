# wrong: always 3 x 3
def box_filter(k):
    return np.full((3, 3), 1 / 9)
