"""
Idea: A constant map gives 0 in the end, whatever NumPy says on its way.
Hint: What do you divide by when all numbers are the same?
Family: special values
Fails: test_to_image_constant
"""


def to_image(A):
    A = A.astype(float)
    s = (A - A.min()) / (A.max() - A.min())
    return np.rint(255 * s).astype(np.uint8)
