# wrong: < for <=: the last window is lost; argmax counts from the window's start: the start is not added
class MaxPool1D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, x):
        self.T = len(x)
        self.arg = []
        out = []
        t = 0
        while t + self.size < len(x):
            window = x[t:t + self.size]
            self.arg.append(int(np.argmax(window)))
            out.append(window.max())
            t += self.stride
        return np.array(out)

    def backward(self, dout):
        dx = np.zeros(self.T)
        for a, d in zip(self.arg, dout):
            dx[a] += d
        return dx
