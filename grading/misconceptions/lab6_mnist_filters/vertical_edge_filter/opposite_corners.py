"""
Idea: In each column plus and minus may cancel.
Hint: What does your filter give for a window whose left column is bright?
Family: rule
Fails: test_vertical_edge_filter, test_vertical_edge_filter_two,
    test_vertical_edge_filter_untouched
"""


def vertical_edge_filter():
    return np.array([[1.0, 0.0, -1.0], [0.0, 0.0, 0.0], [-1.0, 0.0, 1.0]])
