"""
Idea: Any array becomes an image as a uint8.
Hint: Which numbers fit into uint8? What becomes of -3, and of 300?
Family: number types
Fails: test_to_image, test_to_image_between, test_to_image_white, test_to_image_scales,
    test_to_image_constant, test_to_image_uint8, test_to_image_kinds, test_to_image_untouched
"""


def to_image(A):
    return np.mod(np.rint(A), 256).astype(np.uint8)
