"""
Idea: A little in the divisor does no harm.
Hint: What becomes of the highest number if all of them are about as small as what you add?
Family: special values
Fails: test_to_image_scales
"""


def to_image(A):
    A = A.astype(float)
    span = A.max() - A.min()
    return np.round((A - A.min()) / (span + 1e-8) * 255).astype(np.uint8)
