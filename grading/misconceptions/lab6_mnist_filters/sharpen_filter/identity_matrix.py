"""
Idea: The filter that copies has ones along its diagonal.
Hint: Which filter copies each pixel? How many of its nine weights are not 0?
Family: rule
Fails: test_sharpen_filter, test_sharpen_filter_default, test_sharpen_filter_amounts,
    test_sharpen_filter_zero, test_sharpen_filter_negative, test_sharpen_filter_kinds,
    test_sharpen_filter_untouched
"""


def sharpen_filter(amount=1.0):
    return (1 + amount) * np.eye(3) - amount * np.ones((3, 3)) / 9
