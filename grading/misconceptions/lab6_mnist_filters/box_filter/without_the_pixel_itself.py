"""
Idea: Blurring takes the mean of the neighbours.
Hint: Does the pixel in the middle belong to its window?
Family: rule
Fails: test_box_filter, test_box_filter_sizes, test_box_filter_untouched
"""


def box_filter(k):
    w = np.ones((k, k))
    if k > 1:
        w[k // 2, k // 2] = 0
    return w / w.sum()
