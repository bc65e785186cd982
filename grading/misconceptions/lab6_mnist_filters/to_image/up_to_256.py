"""
Idea: There are 256 greys, so the factor is 256, and the last one is cut off at 255.
Hint: Compare with the formula in the middle and near the upper end: by how much are you off?
Family: scale
Fails: test_to_image_between
"""


def to_image(A):
    A = A.astype(float)
    low, high = A.min(), A.max()
    if low == high:
        return np.zeros(A.shape, np.uint8)
    return np.minimum(256 * ((A - low) / (high - low)), 255).astype(np.uint8)
