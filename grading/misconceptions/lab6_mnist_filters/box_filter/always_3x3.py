"""
Idea: A filter is 3 × 3.
Hint: Which shape should box_filter(5) have?
Family: axes
Fails: test_box_filter_sizes
"""


def box_filter(k):
    assert k == 3
    return np.full((3, 3), 1 / 9)
