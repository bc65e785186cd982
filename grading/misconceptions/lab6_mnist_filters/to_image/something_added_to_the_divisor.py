"""
Idea: A little in the divisor does no harm.
Hint: What becomes of the highest number if all of them are about as small as what you add?
Family: special values
Fails: test_to_image_scales
"""


def to_image(A):
    A = A.astype(float)
    s = (A - A.min()) / (A.max() - A.min() + 1e-7)
    return np.rint(255 * s).astype(np.uint8)
