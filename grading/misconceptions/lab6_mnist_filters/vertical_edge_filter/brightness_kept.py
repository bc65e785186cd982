"""
Idea: Weights should sum to 1, so that the brightness stays.
Hint: What is the answer on a flat white patch? An edge filter should see nothing there.
Family: scale
Fails: test_vertical_edge_filter_flat, test_vertical_edge_filter, test_vertical_edge_filter_two,
    test_vertical_edge_filter_horizontal, test_vertical_edge_filter_untouched
"""


def vertical_edge_filter():
    return np.array([[1.0, 0.0, -1.0], [1.0, 1.0, -1.0], [1.0, 0.0, -1.0]])
