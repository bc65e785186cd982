# divides by k instead of k * k, so the weights sum to k
def box_filter(k):
    return np.full((k, k), 1.0 / k)
