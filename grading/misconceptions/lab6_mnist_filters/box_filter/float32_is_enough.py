"""
Idea: Images need no more than float32.
Hint: How many digits has a float32? Ask your filter for its dtype, and for the sum of its
    weights.
Family: number types
Fails: test_box_filter, test_box_filter_sizes, test_box_filter_untouched
"""


def box_filter(k):
    return np.ones((k, k), np.float32) / k**2
