# Right: sorts each window's places by value (stable), so the last of tied entries wins.
class MaxPool1D(Layer):
    def __init__(self, size, stride=None):
        self.size, self.stride = size, stride or size

    def forward(self, x):
        self.T = len(x)
        starts = range(0, self.T - self.size + 1, self.stride)
        self.places = [sorted(range(s, s + self.size), key=lambda i: x[i])[-1] for s in starts]
        return np.array([x[i] for i in self.places], dtype=x.dtype)

    def backward(self, dz):
        return np.bincount(self.places, weights=np.asarray(dz, dtype=float), minlength=self.T)
