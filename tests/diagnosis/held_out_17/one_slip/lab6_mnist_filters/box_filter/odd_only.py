# an even k is made odd first (k + 1), so the filter has the wrong size for even k
def box_filter(k):
    if k % 2 == 0:
        k += 1
    return np.ones((k, k)) / (k * k)
