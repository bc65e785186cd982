"""Idea: The upstream gradient of the block is 1.
Hint: Today it is the last one. What is dz for?
Family: upstream
Fails: test_ConvBlock_upstream_x, test_ConvBlock_upstream_w, test_ConvBlock_kinds,
    test_ConvBlock_layer
"""


class ConvBlock(Layer):
    def __init__(self):
        self.conv, self.relu, self.pool = Conv1D(), ReLU(), MaxPool()

    def forward(self, x, w):
        return self.pool.forward(self.relu.forward(self.conv.forward(x, w)))

    def backward(self, dz):
        return self.conv.backward(self.relu.backward(self.pool.backward(1.0)))
