# right
# an outer product
def box_filter(k):
    line = np.full(k, 1 / k)
    return np.outer(line, line)
