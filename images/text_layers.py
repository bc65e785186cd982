"""Draw the graphs of lab 8: reading rows of an embedding table, and a network over words."""

from pathlib import Path

import numpy as np
from graph import GRADIENT, INK, VALUE, Graph, listed

WORDS = ("·", "bad", "good", "not")  # · is the padding
table = np.array([[0, 0], [-1, 0], [1, 0], [0, 1]])
ids = np.array([3, 1, 3, 2])
dx = np.array([[1, 2], [3, -1], [5, 1], [2, 2]])
dtable = np.zeros_like(table)
np.add.at(dtable, ids, dx)

read = np.array([2, 3, 1])
x = table[read].T
w = np.array([[[0, -1], [1, 0]], [[1, 0], [0, 2]]])
b = np.array([1, -1])
a = np.array([[np.sum(w[o] * x[:, t : t + 2]) + b[o] for t in range(2)] for o in range(2)])
z = a.max(axis=1)

PICTURES = {
    "embedding_lookup.png": (
        f"The word numbers {listed(ids)} of “{' '.join(WORDS[i] for i in ids)}” pick rows of a "
        f"table of {len(table)} words with {table.shape[1]} numbers each. Backward, the upstream "
        f"rows of the two nots, ({listed(dx[0])}) and ({listed(dx[2])}), add up to "
        f"({listed(dtable[3])}) in the row of not; the row of the padding gets zeros."
    ),
    "text_network.png": (
        f"Three layers in a row: the words {' '.join(WORDS[i] for i in read)}, numbers "
        f"{listed(read)}, become x = ({listed(x)}) in the embedding, a = ({listed(a)}) after conv "
        f"with two filters, and z = ({listed(z)}) after max. Gradients go the other way, and from "
        "the layers to the table, the filters and the biases."
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
    graph = Graph(450)
    graph.cells(70, 96, read, "$i$")
    for place, word in enumerate(WORDS[i] for i in read):
        graph.text(70 + 30 * (place - 1), 126, word, INK, 11)
    graph.value((14, 152), (126, 152))
    graph.node(182, 152, "embedding", 108)
    both_ways(graph, 240, 352, r"\mathbf{x}", x)
    graph.node(398, 152, "conv", 84)
    both_ways(graph, 444, 546, r"\mathbf{a}", a)
    graph.node(590, 152, "max", 80)
    both_ways(graph, 634, 766, r"\mathbf{z}", z)
    for at, names in ((182, "E"), (398, r"\mathbf{w}, \mathbf{b}")):
        graph.value((at - 12, 250), (at - 12, 198))
        graph.gradient((at + 12, 198), (at + 12, 250))
        graph.text(at + 22, 226, rf"$\nabla_{{{names}}}$", GRADIENT, 16, "left")
    graph.cells(182, 344, table, "$E$")
    _words(graph, 142, 344, WORDS)
    for number, weights in enumerate(w):
        graph.cells(352 + 110 * number, 314, weights, rf"$\mathbf{{w}}_{number}$ ")
    graph.cells(407, 384, b, r"$\mathbf{b}$ ")
    graph.key(430)
    return graph


def both_ways(graph, left, right, name, array):
    """An edge: a value that flows right, with its numbers, and its gradient that flows left."""
    middle = (left + right) / 2
    graph.cells(middle, 96 if np.ndim(array) == 2 else 111, array, f"${name}$")
    graph.value((left, 142), (right, 142))
    graph.gradient((right, 164), (left, 164))
    graph.text(middle, 186, rf"$\nabla_{{{name}}}$", GRADIENT, 16)


def draw(folder):
    """Write every picture into `folder`."""
    for picture in (embedding_lookup, text_network):
        picture().save(folder / f"{picture.__name__}.png")


if __name__ == "__main__":
    draw(Path(__file__).parent)
