# the shifted lines are stacked as rows: the result is (k, T), the transpose
def unroll(x, k):
    T = len(x)
    longer = np.append(x, np.zeros(k - 1, dtype=x.dtype))
    shifted = []
    for j in range(k):
        shifted.append(longer[j:j + T])
    return np.stack(shifted)
