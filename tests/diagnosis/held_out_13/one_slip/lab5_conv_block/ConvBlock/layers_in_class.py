# The three layers are made once under the class statement, so that all blocks share them.
class ConvBlock(Layer):
    conv, relu, pool = Conv1D(), ReLU(), MaxPool()

    def __init__(self):
        pass

    def forward(self, x, w):
        return self.pool.forward(self.relu.forward(self.conv.forward(x, w)))

    def backward(self, dz):
        return self.conv.backward(self.relu.backward(self.pool.backward(dz)))
