"""Idea: A dz of 0 counts as if none were given.
Hint: For Python 0 counts as false. What do you make of dz = 0?
Family: upstream
Fails: test_ConvBlock_upstream_x, test_ConvBlock_upstream_w
"""


class ConvBlock(Layer):
    def __init__(self):
        self.conv, self.relu, self.pool = Conv1D(), ReLU(), MaxPool()

    def forward(self, x, w):
        return self.pool.forward(self.relu.forward(self.conv.forward(x, w)))

    def backward(self, dz):
        return self.conv.backward(self.relu.backward(self.pool.backward(dz or 1.0)))
