"""
Idea: An edge lies between two columns: one minus the next.
Hint: A window has three columns. What does yours give if the first two are bright?
Family: rule
Fails: test_vertical_edge_filter_two, test_vertical_edge_filter_untouched
"""


def vertical_edge_filter():
    return np.array([[1.0, -1.0, 0.0], [1.0, -1.0, 0.0], [1.0, -1.0, 0.0]])
