"""
Idea: The map may be shifted where it stands.
Hint: Print the map before and after the call.
Family: memory
Fails: test_to_image_untouched
"""


def to_image(A):
    if A.dtype.kind != "f":
        A = A.astype(float)
    if A.min() == A.max():
        return np.zeros(A.shape, np.uint8)
    A -= A.min()
    return np.rint(255 * (A / A.max())).astype(np.uint8)
