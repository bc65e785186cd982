"""Idea: What the block remembers may be there once, for all blocks.
Hint: What stands in the class, outside of it or in a default argument is made once. Two blocks:
    whose x is it?
Family: state
Fails: test_ConvBlock_layer
"""


class ConvBlock(Layer):
    def __init__(self, conv=Conv1D(), relu=ReLU(), pool=MaxPool()):
        self.layers = conv, relu, pool

    def forward(self, x, w):
        conv, relu, pool = self.layers
        return pool.forward(relu.forward(conv.forward(x, w)))

    def backward(self, dz):
        conv, relu, pool = self.layers
        return conv.backward(relu.backward(pool.backward(dz)))
