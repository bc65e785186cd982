"""Idea: The winner is the largest entry of x.
Hint: Each window has a winner of its own. Of what should argmax be taken?
Family: counting
Fails: test_MaxPool1D_backward, test_MaxPool1D_upstream, test_MaxPool1D_overlap,
    test_MaxPool1D_gaps, test_MaxPool1D_ties, test_MaxPool1D_together,
    test_MaxPool1D_kinds, test_MaxPool1D_layer
"""


class MaxPool1D(Layer):
    def __init__(self, size, stride=None):
        self.size, self.stride = (size, size if stride is None else stride)

    def forward(self, x):
        self.x = x
        starts = range(0, len(x) - self.size + 1, self.stride)
        return np.array([x[t : t + self.size].max() for t in starts])

    def backward(self, dout):
        dx = np.zeros(len(self.x))
        for share in dout:
            dx[np.argmax(self.x)] += share
        return dx
