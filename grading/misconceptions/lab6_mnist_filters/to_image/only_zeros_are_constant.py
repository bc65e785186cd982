"""
Idea: A map without anything in it is all zeros: for that case I return zeros.
Hint: What becomes of a map that is 7 everywhere?
Family: special values
Fails: test_to_image_constant
"""


def to_image(A):
    A = A.astype(float)
    if not A.any():
        return np.zeros(A.shape, np.uint8)
    low, high = A.min(), A.max()
    return np.round(255 * ((A - low) / (high - low))).astype(np.uint8)
