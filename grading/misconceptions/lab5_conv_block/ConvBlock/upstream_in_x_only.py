"""Idea: dz goes into dx; the gradient of w is the input that has won.
Hint: Twice the upstream gradient: which of your two answers doubles?
Family: upstream
Fails: test_ConvBlock_upstream_w, test_ConvBlock_kinds, test_ConvBlock_layer
"""


class ConvBlock(Layer):
    def __init__(self):
        self.conv, self.relu, self.pool = Conv1D(), ReLU(), MaxPool()

    def forward(self, x, w):
        return self.pool.forward(self.relu.forward(self.conv.forward(x, w)))

    def backward(self, dz):
        dx, _ = self.conv.backward(self.relu.backward(self.pool.backward(dz)))
        _, dw = self.conv.backward(self.relu.backward(self.pool.backward(1.0)))
        return dx, dw
