"""Idea: What the block remembers may be there once, for all blocks.
Hint: What stands in the class, outside of it or in a default argument is made once. Two blocks:
    whose x is it?
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
