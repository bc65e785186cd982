"""Idea: What the block remembers may be there once, for all blocks.
Hint: What stands in the class, outside of it or in a default argument is made once. Two blocks:
    whose x is it?
Family: state
Fails: test_ConvBlock_layer
"""

the_conv, the_relu, the_pool = Conv1D(), ReLU(), MaxPool()


class ConvBlock(Layer):
    def forward(self, x, w):
        return the_pool.forward(the_relu.forward(the_conv.forward(x, w)))

    def backward(self, dz):
        return the_conv.backward(the_relu.backward(the_pool.backward(dz)))
