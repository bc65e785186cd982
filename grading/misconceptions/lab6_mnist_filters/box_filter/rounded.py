"""
Idea: Two digits are enough: 0.11.
Hint: What do your nine weights sum to, exactly?
Family: number types
Fails: test_box_filter, test_box_filter_sizes, test_box_filter_untouched
"""


def box_filter(k):
    return np.full((k, k), round(1 / k**2, 2))
