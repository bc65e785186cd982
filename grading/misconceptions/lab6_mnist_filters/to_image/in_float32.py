"""
Idea: For a picture the precision of float32 is more than enough.
Hint: How many float32 numbers are there between 1 and 1.000001?
Family: number types
Fails: test_to_image_scales
"""


def to_image(A):
    A = A.astype(np.float32)
    low, high = A.min(), A.max()
    if low == high:
        return np.zeros(A.shape, np.uint8)
    return np.rint((A - low) / (high - low) * 255).astype(np.uint8)
