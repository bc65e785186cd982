"""
Idea: Pixels are whole numbers, so weights may be, too.
Hint: Print your filter. What is left of 1 / 9 as a whole number?
Family: number types
Fails: test_box_filter, test_box_filter_sizes, test_box_filter_untouched
"""


def box_filter(k):
    return np.full((k, k), 1 // k**2)
