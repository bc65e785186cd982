# Stretches by the largest absolute value so that 0 becomes medium grey: unless lowest and highest are equally far from 0, one of them misses 0 or 255.
def to_image(A):
    if A.max() == A.min():
        return np.zeros(A.shape, np.uint8)
    m = float(np.abs(A).max())
    grey = (A / m + 1) / 2
    return np.rint(grey * 255).astype(np.uint8)
