# The rows run backwards; and fractions are cut off.
def unroll(x, k):
    T = len(x)
    result = np.zeros((T, k), dtype=int)
    for t in range(T):
        for j in range(k):
            if t + j < T:
                result[t, k - 1 - j] = x[t + j]
    return result
