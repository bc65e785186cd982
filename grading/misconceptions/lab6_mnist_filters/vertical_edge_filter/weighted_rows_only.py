"""
Idea: Sobel's weights, 1, 2, 1, but laid along the rows.
Hint: Add up each row of your filter. What does a horizontal edge get?
Family: axes
Fails: test_vertical_edge_filter, test_vertical_edge_filter_two,
    test_vertical_edge_filter_horizontal, test_vertical_edge_filter_untouched
"""


def vertical_edge_filter():
    return np.array([[1.0, 2.0, 1.0], [0.0, 0.0, 0.0], [-1.0, -2.0, -1.0]])
