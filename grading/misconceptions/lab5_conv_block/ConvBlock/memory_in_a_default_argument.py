"""Idea: Layers as default arguments save me the constructor.
Hint: When is a default argument made: for each block, or once for all of them?
Family: state
Fails: test_ConvBlock_layer
"""


class ConvBlock(Layer):
    def __init__(self, layers=(Conv1D(), ReLU(), MaxPool())):
        self.conv, self.relu, self.pool = layers

    def forward(self, x, w):
        return self.pool.forward(self.relu.forward(self.conv.forward(x, w)))

    def backward(self, dz):
        return self.conv.backward(self.relu.backward(self.pool.backward(dz)))
