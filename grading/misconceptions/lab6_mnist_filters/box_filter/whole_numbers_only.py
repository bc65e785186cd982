"""
Idea: One divided by k squared, in integers, as pixels are.
Hint: Print your filter. What is 1 // 9?
Family: number types
Fails: test_box_filter, test_box_filter_sizes, test_box_filter_untouched
"""


def box_filter(k):
    return np.full((k, k), 1 // k**2)
