"""
Idea: The quotient is made whole first, then it is multiplied by 255.
Hint: What is left of (A - low) / (high - low) as a whole number, if A lies between low and high?
Family: number types
Fails: test_to_image, test_to_image_between, test_to_image_scales, test_to_image_uint8,
    test_to_image_kinds, test_to_image_untouched
"""


def to_image(A):
    low, high = A.min(), A.max()
    if low == high:
        return np.zeros(A.shape, np.uint8)
    return (255 * ((A - low) // (high - low))).astype(np.uint8)
