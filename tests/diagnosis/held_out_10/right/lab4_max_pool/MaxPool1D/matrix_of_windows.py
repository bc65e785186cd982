# right
# One gather, and bincount for the way back.
class MaxPool1D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, x):
        starts = np.arange(0, len(x) - self.size + 1, self.stride)
        table = x[starts[:, None] + np.arange(self.size)]
        self.winners = starts + table.argmax(1)
        self.T = len(x)
        return table.max(1)

    def backward(self, dz):
        return np.bincount(self.winners, weights=dz, minlength=self.T)
