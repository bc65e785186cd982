# there is a window for every start below T, so those at the end that do not fit are cut short and kept instead of dropped
class MaxPool1D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = stride if stride is not None else size

    def forward(self, x):
        self.T = len(x)
        self.best = []
        for start in range(0, self.T, self.stride):
            window = x[start:start + self.size]
            self.best.append(start + int(np.argmax(window)))
        return x[self.best]

    def backward(self, dz):
        dx = np.zeros(self.T)
        for place, g in zip(self.best, dz):
            dx[place] += g
        return dx
