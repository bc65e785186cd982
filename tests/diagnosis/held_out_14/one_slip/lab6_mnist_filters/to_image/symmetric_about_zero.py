# the greys are symmetric about 0, from minus to plus the largest absolute value, instead of from the lowest to the highest number
def to_image(A):
    if np.all(A == A.flat[0]):
        return np.zeros(A.shape, np.uint8)
    m = float(np.abs(A).max())
    grey = (A / m + 1) / 2
    return np.round(grey * 255).astype(np.uint8)
