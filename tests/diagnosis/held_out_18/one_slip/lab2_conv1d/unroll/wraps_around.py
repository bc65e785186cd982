# past the right end the line starts again from its first entry (indices modulo T) instead of zeros
import numpy as np
def unroll(x, k):
    T = len(x)
    return np.array([[x[(t + j) % T] for j in range(k)] for t in range(T)], dtype=x.dtype)
