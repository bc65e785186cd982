"""Idea: Walk through the entries as they lie in memory, then reshape.
Hint: For a transpose, memory order is not the order of reshape: where does each slope end up?
Family: axes
Fails: test_numerical_gradient_layouts
"""


def numerical_gradient(f, x, h=1e-5):
    x = np.array(x, dtype=np.float64)
    slopes = []
    for entry in np.nditer(x, op_flags=["readwrite"], order="K"):
        old = entry.copy()
        entry[...] = old + h
        above = f(x)
        entry[...] = old - h
        below = f(x)
        entry[...] = old
        slopes.append((above - below) / (2 * h))
    return np.array(slopes, dtype=np.float64).reshape(x.shape)
