# right
# the layers in a list, the way back reversed
class ConvBlock(Layer):
    def __init__(self):
        self.first = Conv1D()
        self.others = [ReLU(), MaxPool()]

    def forward(self, x, w):
        value = self.first.forward(x, w)
        for layer in self.others:
            value = layer.forward(value)
        return value

    def backward(self, dz):
        for layer in reversed(self.others):
            dz = layer.backward(dz)
        return self.first.backward(dz)
