"""Idea: Only one window sends its gradient back.
Hint: How far is the return moved in? How many windows have had their turn when it is reached?
Family: counting
Fails: test_MaxPool1D_backward, test_MaxPool1D_upstream, test_MaxPool1D_overlap,
    test_MaxPool1D_gaps, test_MaxPool1D_ties, test_MaxPool1D_together, test_MaxPool1D_kinds,
    test_MaxPool1D_layer
"""


class MaxPool1D(Layer):
    def __init__(self, size, stride=None):
        self.size, self.stride = size, size if stride is None else stride

    def forward(self, x):
        starts = range(0, len(x) - self.size + 1, self.stride)
        self.length = len(x)
        self.winners = [s + int(np.argmax(x[s : s + self.size])) for s in starts]
        return x[self.winners]

    def backward(self, dout):
        dx = np.zeros(self.length)
        for t in range(len(dout)):
            dx[self.winners[t]] += dout[t]
            return dx
