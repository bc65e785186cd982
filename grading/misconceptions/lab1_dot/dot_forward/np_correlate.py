"""Idea: NumPy has a function for it.
Hint: The list of what is out of bounds stands above the task. Two steps of plain NumPy are
    enough.
Family: shortcut
Fails: test_dot_forward
Sandbox: test_dot_forward_shapes, test_dot_forward_kinds, test_dot_forward_untouched
"""


def dot_forward(x, w):
    return np.correlate(x.ravel(), w.ravel())[0]
