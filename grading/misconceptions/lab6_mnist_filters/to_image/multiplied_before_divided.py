"""
Idea: Times 255, divided by the range, and the rest cut off: the highest number gives 255.
Hint: Is 255 * 19.1 / 19.1 still 255? Try a few ranges, and print all digits.
Family: number types
Fails: test_to_image_white
"""


def to_image(A):
    A = A.astype(float)
    low, high = A.min(), A.max()
    if low == high:
        return np.zeros(A.shape, np.uint8)
    return (255 * (A - low) / (high - low)).astype(np.uint8)
