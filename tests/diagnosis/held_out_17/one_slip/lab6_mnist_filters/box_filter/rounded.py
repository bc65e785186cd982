# rounds the weights to two decimals, so they do not sum to 1
def box_filter(k):
    weight = round(1 / (k * k), 2)
    return np.array([[float(weight)] * k for _ in range(k)])
