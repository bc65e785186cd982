"""
Idea: The mean of k pixels: one k-th each.
Hint: How many pixels does the window have? What do your weights sum to?
Family: scale
Fails: test_box_filter, test_box_filter_sizes, test_box_filter_untouched
"""


def box_filter(k):
    return np.ones((k, k)) / k
