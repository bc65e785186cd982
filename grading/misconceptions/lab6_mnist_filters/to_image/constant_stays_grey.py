"""
Idea: A map that is the same everywhere has no low and no high: medium grey.
Hint: Read what a constant map shall become.
Family: special values
Fails: test_to_image_constant
"""


def to_image(A):
    low, high = float(A.min()), float(A.max())
    if low == high:
        return np.full(A.shape, 128, np.uint8)
    return np.rint((A - low) / (high - low) * 255).astype(np.uint8)
