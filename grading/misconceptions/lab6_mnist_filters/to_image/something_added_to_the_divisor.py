"""
Idea: A small number added to the divisor keeps me from dividing by zero.
Hint: What becomes of the highest number if all of them are about a millionth?
Family: special values
Fails: test_to_image_scales
"""


def to_image(A):
    A = A.astype(float)
    s = (A - A.min()) / (A.max() - A.min() + 1e-7)
    return np.rint(255 * s).astype(np.uint8)
