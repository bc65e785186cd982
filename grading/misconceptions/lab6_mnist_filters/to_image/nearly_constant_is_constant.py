"""
Idea: Numbers as close as 1 and 1.000001 are the same.
Hint: Is a map from 1 to 1.000001 constant? What should its picture show?
Family: special values
Fails: test_to_image_scales
"""


def to_image(A):
    A = A.astype(float)
    low, high = A.min(), A.max()
    if np.isclose(low, high):
        return np.zeros(A.shape, np.uint8)
    return np.rint((A - low) / (high - low) * 255).astype(np.uint8)
