# a binomial (Gaussian-like) blur, the weights sum to 1 but are not equal
def box_filter(k):
    row = np.array([1.0])
    for _ in range(k - 1):
        row = np.append(row, 0) + np.insert(row, 0, 0)
    g = np.outer(row, row)
    return g / g.sum()
