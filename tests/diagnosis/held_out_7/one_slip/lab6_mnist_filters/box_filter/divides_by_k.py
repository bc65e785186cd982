# the weights are 1 / k instead of 1 / k^2
def box_filter(k):
    f = np.ones((k, k))
    return f / k
