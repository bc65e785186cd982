"""
Idea: It may answer to horizontal edges as well.
Hint: What does it give for horizontal edges?
Family: rule
Fails: test_vertical_edge_filter_two, test_vertical_edge_filter_horizontal,
    test_vertical_edge_filter_untouched
"""


def vertical_edge_filter():
    return np.array([[0.0, 1.0, 0.0], [1.0, -4.0, 1.0], [0.0, 1.0, 0.0]])
