# filters are kept in a dict and the same array is handed out at every call with that k
_boxes = {}


def box_filter(k):
    if k not in _boxes:
        _boxes[k] = np.full((k, k), 1 / (k * k))
    return _boxes[k]
