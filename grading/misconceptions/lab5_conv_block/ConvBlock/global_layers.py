"""Idea: I have made one layer of each kind, and the block uses them.
Hint: Two blocks with the same three layers: whose x do they remember?
Family: state
Fails: test_ConvBlock_layer
"""

the_conv, the_relu, the_pool = Conv1D(), ReLU(), MaxPool()


class ConvBlock(Layer):
    def forward(self, x, w):
        return the_pool.forward(the_relu.forward(the_conv.forward(x, w)))

    def backward(self, dz):
        return the_conv.backward(the_relu.backward(the_pool.backward(dz)))
