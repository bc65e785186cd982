"""
Idea: A map that is the same everywhere is all maximum, so it is white; only nothing is black.
Hint: Which image does the task ask for where all numbers are the same?
Family: special values
Fails: test_to_image_constant
"""


def to_image(A):
    A = A.astype(float)
    low, high = A.min(), A.max()
    if low == high:
        return np.full(A.shape, 255 if high else 0, np.uint8)
    return np.round(255 * ((A - low) / (high - low))).astype(np.uint8)
