# right
# A list of layers, there and back.
class ConvBlock(Layer):
    def __init__(self):
        self.layers = [Conv1D(), ReLU(), MaxPool()]

    def forward(self, x, w):
        first, *others = self.layers
        signal = first.forward(x, w)
        for layer in others:
            signal = layer.forward(signal)
        return signal

    def backward(self, dz):
        grad = dz
        for layer in reversed(self.layers):
            grad = layer.backward(grad)
        return grad
