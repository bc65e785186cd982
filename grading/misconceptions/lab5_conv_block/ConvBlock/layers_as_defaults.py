"""Idea: The layers are arguments of __init__ with sensible defaults.
Hint: Python makes a default once, not once for every block.
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
