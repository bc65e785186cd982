# Stretches each row by its own lowest and highest number in place of those of the whole map (constant rows become black).
def to_image(A):
    picture = np.zeros(A.shape, dtype=np.uint8)
    for i, row in enumerate(A):
        low, high = float(row.min()), float(row.max())
        if high > low:
            picture[i] = np.round((row - low) / (high - low) * 255)
    return picture
