"""
Idea: Ink is dark, so the highest number should be black.
Hint: Which number becomes 0, and which 255?
Family: rule
Fails: test_to_image, test_to_image_between, test_to_image_white, test_to_image_scales,
    test_to_image_constant, test_to_image_uint8, test_to_image_kinds, test_to_image_untouched
"""


def to_image(A):
    low, high = float(A.min()), float(A.max())
    if low == high:
        return np.zeros(A.shape, np.uint8)
    return np.rint((high - A) / (high - low) * 255).astype(np.uint8)
