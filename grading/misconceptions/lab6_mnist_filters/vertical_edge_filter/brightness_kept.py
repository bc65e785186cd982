"""
Idea: In one row there may be more plus than minus.
Hint: Add up each row of your filter, and all nine weights. What is the answer on a flat white
    patch?
Family: scale
Fails: test_vertical_edge_filter_flat, test_vertical_edge_filter, test_vertical_edge_filter_two,
    test_vertical_edge_filter_horizontal, test_vertical_edge_filter_untouched
"""


def vertical_edge_filter():
    return np.array([[1.0, 0.0, -1.0], [1.0, 1.0, -1.0], [1.0, 0.0, -1.0]])
