"""Draw the graphs of the layers: max pool, ReLU, Conv1D, and the block made of the three."""

from pathlib import Path

import numpy as np
from graph import GRADIENT, Graph, listed

from lib.plotting import number

pooled = np.array([2, -1, 5, 3, 0])
rectified = np.array([2, -3, 0, 4, -1])
x, w = np.array([1, -2, 3, -1]), np.array(-2)
a = x * w
h = np.maximum(a, 0)
z = h.max()

PICTURES = {
    "max_pool_layer.png": (
        f"The vector h = ({listed(pooled)}) flows into a max layer, and its largest number comes "
        f"out: z = {pooled.max()}. Backward, the gradient of z comes in, and that of h is asked "
        "for."
    ),
    "relu_layer.png": (
        f"The vector a = ({listed(rectified)}) flows into a ReLU layer, and what is below zero "
        f"comes out as zero: h = ({listed(np.maximum(rectified, 0))}). Backward, the gradient of h "
        "comes in, and that of a is asked for."
    ),
    "conv1d_layer.png": (
        f"The vector x = ({listed(x)}) and one number, the filter w = {number(w)}, flow into a "
        f"convolution, and each element comes out times the same w: a = ({listed(a)}). Backward, "
        "the gradient of a comes in, and those of x and of w are asked for."
    ),
    "conv_block.png": (
        f"Three layers in a row: x = ({listed(x)}) and w = {number(w)} give a = ({listed(a)}) "
        f"after conv, h = ({listed(h)}) after ReLU and z = {z} after max. The gradients pass the "
        "same layers the other way: from z to h, to a, to x and w."
    ),
}


def max_pool_layer():
    graph = Graph(210)
    graph.node(390, 103, "max")
    winner = pooled >= pooled.max()
    both_ways(graph, 30, 340, 62, r"\mathbf{h}", pooled, asked=True, lit=winner)
    both_ways(graph, 440, 750, 62, "z", pooled.max())
    graph.key(188)
    return graph


def relu_layer():
    graph = Graph(210)
    graph.node(390, 103, "ReLU\n")
    graph.hinge(390, 127)
    both_ways(graph, 30, 340, 62, r"\mathbf{a}", rectified, asked=True)
    both_ways(graph, 440, 750, 62, r"\mathbf{h}", np.maximum(rectified, 0))
    graph.key(188)
    return graph


def both_ways(graph, left, right, y, name, array, asked=False, lit=False):
    """An edge: a value that flows right, with its numbers, and its gradient that flows left."""
    middle = (left + right) / 2
    graph.cells(middle, y, array, f"${name}$", lit=lit)
    graph.value((left, y + 30), (right, y + 30))
    graph.gradient((right, y + 52), (left, y + 52))
    graph.text(middle, y + 74, rf"$\nabla_{{{name}}}$" + " = ?" * asked, GRADIENT, 16)


def conv1d_layer():
    graph = Graph(346)
    graph.node(390, 163, "conv\n\n" r"$a_i = w\,x_i$", height=206)
    for y, name, array in ((62, r"\mathbf{x}", x), (202, "w", w)):
        both_ways(graph, 30, 340, y, name, array, asked=True)
    both_ways(graph, 440, 750, 132, r"\mathbf{a}", a)
    graph.key(324)
    return graph


def conv_block():
    graph = Graph(356)
    graph.frame(154, 16, 540, 298, "conv block")
    both_ways(graph, 12, 166, 78, r"\mathbf{x}", x)
    both_ways(graph, 12, 166, 218, "w", w)
    graph.node(206, 179, "conv", 80, 206)
    both_ways(graph, 246, 386, 148, r"\mathbf{a}", a)
    graph.node(426, 179, "ReLU\n", 80, 84)
    graph.hinge(426, 203)
    both_ways(graph, 466, 606, 148, r"\mathbf{h}", h)
    graph.node(644, 179, "max", 76, 84)
    both_ways(graph, 682, 768, 148, "z", z)
    graph.key(336)
    return graph


def draw(folder):
    """Write every picture into `folder`."""
    for picture in (max_pool_layer, relu_layer, conv1d_layer, conv_block):
        picture().save(folder / f"{picture.__name__}.png")


if __name__ == "__main__":
    draw(Path(__file__).parent)
