"""
Idea: A blur adds up all the pixels of its window: ones.
Hint: How bright is the map of an image that is 1 everywhere? It should be 1.
Family: scale
Fails: test_box_filter, test_box_filter_sizes, test_box_filter_untouched
"""


def box_filter(k):
    return np.ones((k, k))
