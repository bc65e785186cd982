# a filter that was made once is kept in a dict and handed out again, so two calls return the same array
import numpy as np
_made = {}
def box_filter(k):
    if k not in _made:
        _made[k] = np.full((k, k), 1.0) / (k * k)
    return _made[k]
