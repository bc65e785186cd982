"""Idea: A product has the right dtype by itself.
Hint: Gradients are float64 always. Which dtype has a product of integers, and one of float32
    numbers?
Family: number types
Fails: test_dot_backward_kinds
"""


def dot_backward(x, w, da=None):
    if da is None:
        da = 1
    return {"x": da * w, "w": da * x}
