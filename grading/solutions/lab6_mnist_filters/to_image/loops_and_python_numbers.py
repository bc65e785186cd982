"""Loops over Python numbers, rounded by round."""


def to_image(A):
    rows = [[float(value) for value in row] for row in A]
    low = min(min(row) for row in rows)
    high = max(max(row) for row in rows)
    image = np.zeros(A.shape, dtype=np.uint8)
    if high > low:
        for i, row in enumerate(rows):
            for j, value in enumerate(row):
                image[i, j] = round(255 * (value - low) / (high - low))
    return image
