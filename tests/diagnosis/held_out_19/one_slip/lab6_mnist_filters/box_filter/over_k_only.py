# divides by k instead of k * k
def box_filter(k):
    rows = []
    for _ in range(k):
        rows.append([1.0 / k] * k)
    return np.array(rows)
