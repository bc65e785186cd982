# right: no layers at all, only the largest or smallest x counts, by the sign of w.
class ConvBlock(Layer):
    """Convolution with one number, ReLU, max pool."""

    def __init__(self):
        """Make the layers of this block (or `pass`, if it needs none)."""
        self.kept = None

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
        i = int(np.argmax(x)) if w > 0 else int(np.argmin(x))
        a = x[i] * w
        self.kept = (len(x), i, float(x[i]), float(w), bool(a > 0))
        return max(a, 0 * a)

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
        n, i, xi, w, live = self.kept
        dx = np.zeros(n)
        dx[i] = live * float(dz) * w
        return dx, live * float(dz) * xi
