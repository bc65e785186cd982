"""
Idea: A blur should trust the middle pixel most.
Hint: In a mean every pixel counts alike.
Family: rule
Fails: test_box_filter, test_box_filter_sizes, test_box_filter_untouched
"""


def box_filter(k):
    up = np.minimum(np.arange(1, k + 1), np.arange(k, 0, -1))
    w = np.outer(up, up)
    return w / w.sum()
