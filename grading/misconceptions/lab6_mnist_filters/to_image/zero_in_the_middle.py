"""
Idea: Grey is medium, so 0 must become 127 or 128.
Hint: The lowest number must become 0 and the highest 255, wherever zero lies between them.
Family: rule
Fails: test_to_image, test_to_image_between, test_to_image_white, test_to_image_scales,
    test_to_image_constant, test_to_image_uint8, test_to_image_kinds, test_to_image_untouched
"""


def to_image(A):
    A = A.astype(float)
    size = np.abs(A).max()
    if size == 0:
        return np.full(A.shape, 127, np.uint8)
    return np.rint(255 * (A / size + 1) / 2).astype(np.uint8)
