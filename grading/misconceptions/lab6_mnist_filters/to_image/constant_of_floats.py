"""
Idea: Zeros are an image, whatever their dtype.
Hint: Of which type is np.zeros((2, 3))? Which one does the task name?
Family: number types
Fails: test_to_image_constant
"""


def to_image(A):
    A = A.astype(float)
    low, high = A.min(), A.max()
    if low == high:
        return np.zeros(A.shape)
    return np.round(255 * ((A - low) / (high - low))).astype(np.uint8)
