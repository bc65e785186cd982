"""
Idea: Left and above is plus, right and below is minus.
Hint: Turn a horizontal edge loose on it: what is the sum of each of its rows?
Family: rule
Fails: test_vertical_edge_filter_horizontal, test_vertical_edge_filter_untouched
"""


def vertical_edge_filter():
    return np.array([[2.0, 1.0, 0.0], [1.0, 0.0, -1.0], [0.0, -1.0, -2.0]])
