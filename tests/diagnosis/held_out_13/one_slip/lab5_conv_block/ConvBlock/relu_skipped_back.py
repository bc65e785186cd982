# The way back leaves the ReLU out, so that a dead block still gets gradients.
class ConvBlock(Layer):
    def __init__(self):
        self.layers = [Conv1D(), ReLU(), MaxPool()]

    def forward(self, x, w):
        out = self.layers[0].forward(x, w)
        for layer in self.layers[1:]:
            out = layer.forward(out)
        return out

    def backward(self, dz):
        g = self.layers[2].backward(dz)
        return self.layers[0].backward(g)
