# the windows start at range(0, len(x), stride): windows cut short at the end are pooled too instead of being dropped
class MaxPool1D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, x):
        self.n = len(x)
        self.winners = []
        out = []
        for start in range(0, len(x), self.stride):
            window = x[start : start + self.size]
            self.winners.append(start + np.argmax(window))
            out.append(window.max())
        return np.array(out)

    def backward(self, dz):
        dx = np.zeros(self.n)
        for place, d in zip(self.winners, dz):
            dx[place] += d
        return dx
