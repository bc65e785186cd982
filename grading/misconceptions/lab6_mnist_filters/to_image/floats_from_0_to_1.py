"""
Idea: Between 0 and 1 is what matplotlib shows as an image.
Hint: Which type and which range does the task ask for?
Family: scale
Fails: test_to_image, test_to_image_between, test_to_image_white, test_to_image_scales,
    test_to_image_constant, test_to_image_uint8, test_to_image_kinds, test_to_image_untouched
"""


def to_image(A):
    A = A.astype(float)
    if A.min() == A.max():
        return np.zeros(A.shape)
    return (A - A.min()) / (A.max() - A.min())
