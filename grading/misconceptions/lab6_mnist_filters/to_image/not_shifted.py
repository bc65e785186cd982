"""
Idea: Dividing by the largest number is enough: what is below 0 is black.
Hint: Only the lowest number becomes 0. What becomes of 0, and of what lies below it?
Family: rule
Fails: test_to_image, test_to_image_between, test_to_image_scales, test_to_image_constant,
    test_to_image_uint8, test_to_image_kinds, test_to_image_untouched
"""


def to_image(A):
    A = A.astype(float)
    if A.max() == 0:
        return np.zeros(A.shape, np.uint8)
    return np.clip(np.rint(255 * A / np.abs(A).max()), 0, 255).astype(np.uint8)
