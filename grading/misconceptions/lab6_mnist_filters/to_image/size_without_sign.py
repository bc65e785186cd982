"""
Idea: A strong answer is bright, whatever its sign: I take absolute values first.
Hint: Which number should become black: the lowest, or the one closest to 0?
Family: special values
Fails: test_to_image, test_to_image_between, test_to_image_scales, test_to_image_uint8,
    test_to_image_kinds, test_to_image_untouched
"""


def to_image(A):
    A = np.abs(A.astype(float))
    low, high = A.min(), A.max()
    if low == high:
        return np.zeros(A.shape, np.uint8)
    return np.round(255 * ((A - low) / (high - low))).astype(np.uint8)
