# The ones are divided by k, not by the number of pixels.
def box_filter(k):
    row = [1 / k] * k
    return np.array([row for _ in range(k)])
