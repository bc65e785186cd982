"""
Idea: I make each filter once and keep it.
Hint: Change the filter that one call returned. What does the next call return?
Family: memory
Fails: test_box_filter_untouched
"""

_FILTERS = {}


def box_filter(k):
    if k not in _FILTERS:
        _FILTERS[k] = np.full((k, k), 1 / k**2)
    return _FILTERS[k]
