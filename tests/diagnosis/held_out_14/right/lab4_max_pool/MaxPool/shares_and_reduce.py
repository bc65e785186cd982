# finds the maximum with functools.reduce and splits the gradient evenly among exact winners
from functools import reduce


class MaxPool(Layer):
    def forward(self, h):
        z = reduce(lambda a, b: b if b > a else a, h)
        self.won = h == z
        return z

    def backward(self, dz):
        return np.where(self.won, np.float64(dz) / np.count_nonzero(self.won), 0.0)
