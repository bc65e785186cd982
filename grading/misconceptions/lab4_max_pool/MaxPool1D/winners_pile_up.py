"""Idea: A list in self collects the winners, one for each window.
Hint: Where is the list made, and is it empty again when forward is called for the second time?
Family: state
Fails: test_MaxPool1D_layer
"""


class MaxPool1D(Layer):
    def __init__(self, size, stride=None):
        self.size, self.stride = size, size if stride is None else stride
        self.winners = []

    def forward(self, x):
        self.length = len(x)
        z = []
        for s in range(0, len(x) - self.size + 1, self.stride):
            self.winners.append(s + int(np.argmax(x[s : s + self.size])))
            z.append(x[self.winners[-1]])
        return np.array(z)

    def backward(self, dout):
        dx = np.zeros(self.length)
        for winner, d in zip(self.winners, dout):
            dx[winner] += d
        return dx
