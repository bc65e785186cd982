# The layers are made once, outside of __init__ as attributes of a default, so that blocks share them.
class ConvBlock(Layer):
    """Convolution with one number, ReLU, max pool."""

    def __init__(self):
        """Make the layers of this block (or `pass`, if it needs none)."""
        if not hasattr(ConvBlock, "layers"):
            ConvBlock.layers = (Conv1D(), ReLU(), MaxPool())

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
        conv, relu, pool = ConvBlock.layers
        return pool.forward(relu.forward(conv.forward(x, w)))

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
        conv, relu, pool = ConvBlock.layers
        return conv.backward(relu.backward(pool.backward(dz)))
