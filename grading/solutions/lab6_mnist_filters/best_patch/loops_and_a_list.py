"""Two loops that fill a list of lists."""


def best_patch(w):
    rows = []
    for row in w:
        rows.append([1.0 if weight > 0 else 0.0 for weight in row])
    return np.array(rows)
