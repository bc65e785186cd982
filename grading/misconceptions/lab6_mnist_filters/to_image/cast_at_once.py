"""
Idea: astype(np.uint8) makes an image of any array.
Hint: Which numbers fit into uint8? What becomes of -3, and of 300?
Fails: test_to_image, test_to_image_scales, test_to_image_constant, test_to_image_kinds
"""


def to_image(A):
    return np.mod(np.rint(A), 256).astype(np.uint8)
