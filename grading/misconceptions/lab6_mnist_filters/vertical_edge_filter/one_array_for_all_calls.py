"""
Idea: The filter never changes, so I make it once.
Hint: Change the filter that one call returned. What does the next call return?
Family: memory
Fails: test_vertical_edge_filter_untouched
"""

_EDGES = np.array([[1.0, 0.0, -1.0], [2.0, 0.0, -2.0], [1.0, 0.0, -1.0]])


def vertical_edge_filter():
    return _EDGES
