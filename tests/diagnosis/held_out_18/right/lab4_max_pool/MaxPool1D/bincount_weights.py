# the winners' places are kept, and np.bincount with weights adds their gradients up
class MaxPool1D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride
    def forward(self, x):
        self.T = len(x)
        starts = np.arange(0, self.T - self.size + 1, self.stride)
        table = starts[:, None] + np.arange(self.size)
        self.at = starts + x[table].argmax(axis=1)
        return x[self.at]
    def backward(self, dz):
        return np.bincount(self.at, weights=np.asarray(dz, dtype=np.float64), minlength=self.T)
