"""
Idea: A vertical edge is a vertical line: the middle column against both others.
Hint: What does your filter give for a step, for each of its two places in the window?
Family: rule
Fails: test_vertical_edge_filter, test_vertical_edge_filter_untouched
"""


def vertical_edge_filter():
    return np.array([[-1.0, 2.0, -1.0], [-1.0, 2.0, -1.0], [-1.0, 2.0, -1.0]])
