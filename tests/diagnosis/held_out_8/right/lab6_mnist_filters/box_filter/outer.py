# right
# the outer product of two lines
def box_filter(k):
    line = np.repeat(1.0 / k, k)
    return np.outer(line, line)
