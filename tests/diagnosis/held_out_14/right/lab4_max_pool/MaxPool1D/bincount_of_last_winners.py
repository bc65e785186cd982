# the last of tied entries wins, and np.bincount with weights adds up over windows
class MaxPool1D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, x):
        self.length = len(x)
        starts = np.arange(0, len(x) - self.size + 1, self.stride)
        turned = np.stack([x[starts + q] for q in reversed(range(self.size))])
        self.who = starts + self.size - 1 - turned.argmax(axis=0)
        return x[self.who]

    def backward(self, dz):
        return np.bincount(self.who, weights=dz, minlength=self.length)
