"""
Idea: A range as small as 1e-15 is none.
Hint: What should the picture of a map from 0 to 1e-15 show?
Family: special values
Fails: test_to_image_scales
"""


def to_image(A):
    A = A.astype(float)
    low, high = A.min(), A.max()
    if high - low < 1e-12:
        return np.zeros(A.shape, np.uint8)
    return np.rint((A - low) / (high - low) * 255).astype(np.uint8)
