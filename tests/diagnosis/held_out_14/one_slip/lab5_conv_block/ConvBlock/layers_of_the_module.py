# the three layers are made once beside the class, so all blocks share them and the last forward of any block counts
_conv, _relu, _pool = Conv1D(), ReLU(), MaxPool()


class ConvBlock(Layer):
    def __init__(self):
        self.layers = [_conv, _relu, _pool]

    def forward(self, x, w):
        conv, relu, pool = self.layers
        return pool.forward(relu.forward(conv.forward(x, w)))

    def backward(self, dz):
        conv, relu, pool = self.layers
        return conv.backward(relu.backward(pool.backward(dz)))
