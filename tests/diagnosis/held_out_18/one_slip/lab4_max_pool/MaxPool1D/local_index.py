# backward writes to the winner's place within its window and forgets to add the window's start
class MaxPool1D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = stride if stride is not None else size
    def forward(self, x):
        wins = np.lib.stride_tricks.sliding_window_view(x, self.size)[::self.stride]
        self.arg = wins.argmax(axis=1)
        self.T = x.shape[0]
        return wins.max(axis=1)
    def backward(self, dz):
        dx = np.zeros(self.T)
        np.add.at(dx, self.arg, np.asarray(dz, dtype=float))
        return dx
