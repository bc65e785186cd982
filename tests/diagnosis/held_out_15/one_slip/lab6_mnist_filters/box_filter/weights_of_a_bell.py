# Makes binomial weights (1 2 1, smoothed like a bell), scaled to sum 1, in place of equal ones.
def box_filter(k):
    row = np.ones(1)
    for _ in range(k - 1):
        row = np.append(row, 0) + np.append(0, row)
    w = np.outer(row, row)
    return w / w.sum()
