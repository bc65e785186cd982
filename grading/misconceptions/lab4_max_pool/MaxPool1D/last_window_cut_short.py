"""Idea: The entries that are left over at the end make one more window, a shorter one.
Hint: How many windows does the formula with the floor give for seven entries and size 2?
Family: counting
Fails: test_MaxPool1D_leftover, test_MaxPool1D_together
"""


class MaxPool1D(Layer):
    def __init__(self, size, stride=None):
        self.size, self.stride = size, size if stride is None else stride

    def forward(self, x):
        count = -(-(len(x) - self.size) // self.stride) + 1
        starts = [t * self.stride for t in range(count)]
        self.length = len(x)
        self.winners = [s + int(np.argmax(x[s : s + self.size])) for s in starts if s < len(x)]
        return x[self.winners]

    def backward(self, dout):
        dx = np.zeros(self.length)
        for winner, d in zip(self.winners, dout):
            dx[winner] += d
        return dx
