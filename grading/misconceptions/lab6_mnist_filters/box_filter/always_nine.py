"""
Idea: The mean divides by nine.
Hint: What do the weights of your 5 × 5 filter sum to?
Family: scale
Fails: test_box_filter_sizes
"""


def box_filter(k):
    return np.full((k, k), 1 / 9)
