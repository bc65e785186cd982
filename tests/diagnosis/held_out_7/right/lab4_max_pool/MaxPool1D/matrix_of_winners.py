# right
# backward is a matrix product
class MaxPool1D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, x):
        starts = np.arange(0, len(x) - self.size + 1, self.stride)
        windows = x[starts[:, None] + np.arange(self.size)]
        self.choice = np.eye(len(x))[starts + windows.argmax(axis=1)]
        return windows.max(axis=1)

    def backward(self, dz):
        return dz @ self.choice
