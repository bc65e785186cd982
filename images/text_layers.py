"""Draw the graphs of lab 8: reading rows of an embedding table, and a network over words."""

from pathlib import Path

import numpy as np
from graph import GRADIENT, INK, VALUE, Graph, listed

from lib.plotting import number

WORDS = ("·", "bad", "good", "not")  # · is the padding
table = np.array([[0, 0], [-1, 0], [1, 0], [0, 1]])
ids = np.array([3, 1, 3, 2])
dx = np.array([[1, 2], [3, -1], [5, 1], [2, 2]])
dtable = np.zeros_like(table)
np.add.at(dtable, ids, dx)

# The example of lab 8: three numbers a word, two filters two words wide, a vote for each.
READ = ("·", "bad", "but", "good", "not", "very")
features = np.array([[0, 0, 0], [-1, 0, 0], [0, 0, 0], [1, 0, 0], [0, 1, 0], [0, 0, 1]])
read = np.array([4, 3, 2, 5, 1])
x = features[read].T
w = np.array([[[0, 1], [1, 0], [0, 0]], [[0, -2], [0, 0], [2, 0]]])
b = np.array([-1, -2])
a = np.array([[np.sum(w[o] * x[:, t : t + 2]) + b[o] for t in range(4)] for o in range(2)])
z = a.max(axis=1)
h = np.maximum(z, 0)
v, c = np.array([-2, -1]), 1
score = h @ v + c

PICTURES = {
    "embedding_lookup.png": (
        f"The word numbers {listed(ids)} of “{' '.join(WORDS[i] for i in ids)}” pick rows of a "
        f"table of {len(table)} words. Backward, the upstream rows of the two nots, "
        f"({listed(dx[0])}) and ({listed(dx[2])}), add up to ({listed(dtable[3])}) in the row of "
        "not; the row of the padding gets zeros."
    ),
    "text_network.png": (
        f"The words {' '.join(READ[i] for i in read)} become x, {x.shape[0]} × {x.shape[1]}, in "
        f"the embedding, a = ({listed(a)}) after conv, z = ({listed(z)}) after max, h = "
        f"({listed(h)}) after ReLU, and the score {number(score)} after the votes. Gradients go "
        "the other way."
    ),
}


def embedding_lookup():
    graph = Graph(430)
    is_not = np.array(WORDS)[:, None] == "not"
    here = ids[:, None] == WORDS.index("not")
    graph.cells(96, 132, ids, "$i$", lit=here[:, 0])
    for place, word in enumerate(WORDS[i] for i in ids):
        graph.text(96 + 30 * (place - 1.5), 162, word, INK, 12)
    graph.value((176, 132), (270, 132))
    graph.cells(382, 132, table, "$E$", lit=is_not)
    _words(graph, 342, 132, WORDS)
    graph.value((432, 132), (562, 132))
    graph.cells(660, 132, table[ids], r"$\mathbf{x}$", lit=here)
    _words(graph, 620, 132, [WORDS[i] for i in ids])
    graph.cells(382, 318, dtable, r"$\nabla_E$", GRADIENT, lit=is_not)
    _words(graph, 342, 318, WORDS)
    graph.gradient((562, 318), (432, 318))
    graph.cells(660, 318, dx, r"$\nabla_{\mathbf{x}}$", GRADIENT, lit=here)
    _words(graph, 620, 318, [WORDS[i] for i in ids])
    graph.text(497, 296, "rows add up", GRADIENT, 13)
    graph.text(497, 110, "rows are read", VALUE, 13)
    graph.key(410)
    return graph


def _words(graph, x, y, words):
    """Names of the rows of a grid with its middle at the height y; x is where they end."""
    for row, word in enumerate(words):
        graph.text(x, y + 30 * (row - (len(words) - 1) / 2), word, INK, 13, "right")


def text_network():
    graph = Graph(566)
    graph.cells(86, 66, read, "$i$")
    for place, word in enumerate(READ[i] for i in read):
        graph.text(86 + 30 * (place - 2), 97, word, INK, 11)
    graph.value((14, 158), (106, 158))
    graph.node(162, 158, "embedding", 108)
    both_ways(graph, 220, 424, 158, r"\mathbf{x}", x)
    graph.node(466, 158, "conv", 80)
    both_ways(graph, 510, 722, 158, r"\mathbf{a}", a)
    _given(graph, 162, 204, rf"$E$  {features.shape[0]} × {features.shape[1]}", "E")
    _given(graph, 466, 204, r"$\mathbf{w}$  2 × 3 × 2,  $\mathbf{b}$  2", r"\mathbf{w}, \mathbf{b}")
    graph.text(62, 366, r"$\mathbf{a}$", VALUE, 16)
    graph.value((14, 390), (106, 390))
    graph.gradient((106, 412), (14, 412))
    graph.text(62, 434, r"$\nabla_{\mathbf{a}}$", GRADIENT, 16)
    graph.node(146, 401, "max", 76)
    both_ways(graph, 188, 330, 400, r"\mathbf{z}", z)
    graph.node(372, 401, "ReLU\n", 80)
    graph.hinge(372, 425)
    both_ways(graph, 416, 558, 400, r"\mathbf{h}", h)
    graph.node(600, 401, "votes", 80)
    both_ways(graph, 644, 766, 400, "s", score)
    _given(graph, 600, 446, rf"$\mathbf{{v}} = ({listed(v)})$,  $c = {c}$", r"\mathbf{v}, c")
    graph.key(546)
    return graph


def _given(graph, x, y, words, names):
    """Parameters that come in from below, and their gradients."""
    graph.value((x - 12, y + 44), (x - 12, y))
    graph.gradient((x + 12, y), (x + 12, y + 44))
    graph.text(x + 24, y + 22, rf"$\nabla_{{{names}}}$", GRADIENT, 16, "left")
    graph.text(x, y + 62, words, VALUE, 14)


def both_ways(graph, left, right, y, name, array):
    """An edge: a value that flows right, with its numbers, and its gradient that flows left."""
    middle = (left + right) / 2
    rows = np.atleast_2d(array).shape[0]
    graph.cells(middle, y - 22 - 15 * rows, array, f"${name}$")
    graph.value((left, y - 10), (right, y - 10))
    graph.gradient((right, y + 12), (left, y + 12))
    graph.text(middle, y + 34, rf"$\nabla_{{{name}}}$", GRADIENT, 16)


def draw(folder):
    """Write every picture into `folder`."""
    for picture in (embedding_lookup, text_network):
        picture().save(folder / f"{picture.__name__}.png")


if __name__ == "__main__":
    draw(Path(__file__).parent)
