# wrong: sees steps from dark to bright: the sign is turned round
def vertical_edge_filter():
    rows = []
    for weight in (1, 2, 1):
        rows.append([-weight, 0, weight])
    return np.array(rows, dtype=float)
