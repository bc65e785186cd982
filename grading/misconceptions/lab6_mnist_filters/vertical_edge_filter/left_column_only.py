"""
Idea: There may be more plus than minus.
Hint: What does your filter give on a flat white patch?
Family: rule
Fails: test_vertical_edge_filter_flat
"""


def vertical_edge_filter():
    return np.array([[1.0, 0.0, 0.0], [1.0, 0.0, 0.0], [1.0, 0.0, 0.0]])
