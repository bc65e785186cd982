# two slips: the stride is ignored (windows always tile), and the winner's place is counted from the start of its window, not of the vector
class MaxPool1D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, x):
        n = len(x) // self.size
        blocks = x[: n * self.size].reshape(n, self.size)
        self.T, self.where = len(x), blocks.argmax(axis=1)
        return blocks.max(axis=1)

    def backward(self, dz):
        dx = np.zeros(self.T)
        for place, d in zip(self.where, dz):
            dx[place] += d
        return dx
