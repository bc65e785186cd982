"""
Idea: From left to right the numbers rise.
Hint: What does your filter give for a window that is bright on the left?
Family: orientation
Fails: test_vertical_edge_filter, test_vertical_edge_filter_two,
    test_vertical_edge_filter_untouched
"""


def vertical_edge_filter():
    return np.array([[-1.0, 0.0, 1.0], [-1.0, 0.0, 1.0], [-1.0, 0.0, 1.0]])
