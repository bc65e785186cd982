# the block goes back from 1 instead of dz
class ConvBlock(Layer):
    def __init__(self):
        self.steps = [ReLU(), MaxPool()]
        self.first = Conv1D()

    def forward(self, x, w):
        value = self.first.forward(x, w)
        for step in self.steps:
            value = step.forward(value)
        return value

    def backward(self, dz):
        grad = 1.0
        for step in reversed(self.steps):
            grad = step.backward(grad)
        return self.first.backward(grad)
