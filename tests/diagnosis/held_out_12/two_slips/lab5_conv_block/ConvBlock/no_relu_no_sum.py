# ReLU is left out of the block, and the order of the two gradients is turned round.
class ConvBlock(Layer):
    """Convolution with one number, ReLU, max pool."""

    def __init__(self):
        """Make the layers of this block (or `pass`, if it needs none)."""
        self.conv = Conv1D()
        self.pool = MaxPool()

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
        return self.pool.forward(self.conv.forward(x, w))

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
        dx, dw = self.conv.backward(self.pool.backward(dz))
        return dw, dx
