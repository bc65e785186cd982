"""Idea: What I call the arguments is up to me.
Hint: The tests call it as dot_forward(x=..., w=...). Which names stand in the task?
Family: options
Fails: test_dot_forward_shapes
"""


def dot_forward(a, b):
    return np.sum(a * b)
