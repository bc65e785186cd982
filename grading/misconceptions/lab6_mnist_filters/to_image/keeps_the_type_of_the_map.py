"""
Idea: I round in the type of the map: an image of floats is an image too.
Hint: Ask for the dtype of your image. Which one does the task name?
Family: number types
Fails: test_to_image_uint8, test_to_image_kinds, test_to_image_constant
"""


def to_image(A):
    low, high = A.min(), A.max()
    if low == high:
        return np.zeros_like(A)
    return np.rint(255 * ((A - low) / (high - low)))
