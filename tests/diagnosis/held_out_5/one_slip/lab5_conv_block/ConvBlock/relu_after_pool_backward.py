# wrong: backward asks relu before pool: the gradient meets the layers in forward order
class ConvBlock(Layer):
    def __init__(self):
        self.layers = [Conv1D(), ReLU(), MaxPool()]

    def forward(self, x, w):
        conv, relu, pool = self.layers
        return pool.forward(relu.forward(conv.forward(x, w)))

    def backward(self, dz):
        conv, relu, pool = self.layers
        return conv.backward(pool.backward(relu.backward(dz)))
