# wrong: dx[arg] += dout: repeated places add once
class MaxPool1D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, x):
        self.T = len(x)
        self.arg = []
        out = []
        t = 0
        while t + self.size <= len(x):
            window = x[t:t + self.size]
            self.arg.append(t + int(np.argmax(window)))
            out.append(window.max())
            t += self.stride
        return np.array(out)

    def backward(self, dout):
        dx = np.zeros(self.T)
        dx[self.arg] += dout
        return dx
