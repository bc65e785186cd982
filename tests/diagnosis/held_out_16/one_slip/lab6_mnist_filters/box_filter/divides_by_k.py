# the weights are 1/k instead of 1/k², so they sum to k
def box_filter(k):
    w = np.ones((k, k))
    for row in w:
        row /= len(row)
    return w
