"""
Idea: A filter needs a middle, so an even k is made odd.
Hint: A mean needs no middle. Which shape should box_filter(2) have?
Family: counting
Fails: test_box_filter_sizes
"""


def box_filter(k):
    k += 1 - k % 2
    return np.full((k, k), 1 / k**2)
