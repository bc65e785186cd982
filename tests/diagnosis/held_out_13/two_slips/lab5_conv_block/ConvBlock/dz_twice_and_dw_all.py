# The upstream gradient is multiplied into dx twice, and dw is the sum of all live x, not that of the winner.
class ConvBlock(Layer):
    def __init__(self):
        self.conv = Conv1D()
        self.relu = ReLU()
        self.pool = MaxPool()

    def forward(self, x, w):
        self.a = self.conv.forward(x, w)
        self.x = x
        return self.pool.forward(self.relu.forward(self.a))

    def backward(self, dz):
        dh = self.pool.backward(dz)
        dx, _ = self.conv.backward(self.relu.backward(dh))
        dw = float(dz * np.sum(self.x[self.a > 0]))
        return dx * dz, dw
