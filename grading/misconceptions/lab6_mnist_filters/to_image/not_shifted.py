"""
Idea: Dividing by the largest number brings everything to at most 1.
Hint: What does the lowest number become? It should be 0.
Family: rule
Fails: test_to_image, test_to_image_between, test_to_image_scales, test_to_image_constant,
    test_to_image_uint8, test_to_image_kinds, test_to_image_untouched
"""


def to_image(A):
    A = A.astype(float)
    if A.max() == 0:
        return np.zeros(A.shape, np.uint8)
    return np.clip(np.rint(255 * A / np.abs(A).max()), 0, 255).astype(np.uint8)
