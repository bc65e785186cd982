# the three layers stand in the class, not in __init__: all blocks share them and their memory
class ConvBlock(Layer):
    conv = Conv1D()
    relu = ReLU()
    pool = MaxPool()

    def __init__(self):
        pass

    def forward(self, x, w):
        return self.pool.forward(self.relu.forward(self.conv.forward(x, w)))

    def backward(self, dz):
        return self.conv.backward(self.relu.backward(self.pool.backward(dz)))
