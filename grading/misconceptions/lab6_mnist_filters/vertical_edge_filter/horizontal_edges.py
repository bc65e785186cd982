"""
Idea: An edge is where above and below differ.
Hint: Which two sides does your filter compare: left and right, or above and below?
Family: axes
Fails: test_vertical_edge_filter, test_vertical_edge_filter_two,
    test_vertical_edge_filter_horizontal, test_vertical_edge_filter_untouched
"""


def vertical_edge_filter():
    return np.array([[1.0, 1.0, 1.0], [0.0, 0.0, 0.0], [-1.0, -1.0, -1.0]])
