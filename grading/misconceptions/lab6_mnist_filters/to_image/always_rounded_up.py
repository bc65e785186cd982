"""
Idea: Greys are whole numbers, so I take np.ceil to be on the safe side.
Hint: Which whole number is closest to 30.3? Round, or cut off.
Family: number types
Fails: test_to_image_between, test_to_image_kinds, test_to_image_untouched
"""


def to_image(A):
    A = A.astype(float)
    low, high = A.min(), A.max()
    if low == high:
        return np.zeros(A.shape, np.uint8)
    return np.ceil(255 * ((A - low) / (high - low)) - 1e-9).astype(np.uint8)
