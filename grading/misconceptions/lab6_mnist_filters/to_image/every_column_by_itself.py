"""
Idea: Each column is stretched by itself.
Hint: Is the lowest number of the whole map the only one that becomes 0 in your image?
Family: axes
Fails: test_to_image, test_to_image_between, test_to_image_kinds, test_to_image_untouched
"""


def to_image(A):
    A = A.astype(float)
    low, high = A.min(axis=0), A.max(axis=0)
    spread = np.where(high > low, high - low, 1)
    return np.rint((A - low) / spread * 255).astype(np.uint8)
