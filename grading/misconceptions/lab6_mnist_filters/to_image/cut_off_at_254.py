"""
Idea: First the factor, 255 over the range, and then I cut off what stands behind the point.
Hint: Is 255 / 49 * 49 still 255? Try a few ranges, and print all digits.
Family: number types
Fails: test_to_image_white
"""


def to_image(A):
    A = A.astype(float)
    low, high = A.min(), A.max()
    if low == high:
        return np.zeros(A.shape, np.uint8)
    factor = 255 / (high - low)
    return ((A - low) * factor).astype(np.uint8)
