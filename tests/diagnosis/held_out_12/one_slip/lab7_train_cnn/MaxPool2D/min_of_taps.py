# Takes the smallest of the taps for the gradient (argmin), the maximum forward.
class MaxPool2D(Layer):
    """The largest entry of each square window of each channel.

    Parameters
    ----------
    size : int
        Rows and columns of a window.
    stride : int, optional
        From a window to the next, in both directions; `size` if not given.
    """

    def __init__(self, size, stride=None):
        self.size, self.stride = size, size if stride is None else stride

    def forward(self, X):
        """Find the largest entry of each window: (N, C, H, W) to (N, C, H_out, W_out)."""
        k, s = self.size, self.stride
        h, v = (X.shape[2] - k) // s + 1, (X.shape[3] - k) // s + 1
        taps = np.stack([X[:, :, u : u + s * (h - 1) + 1 : s, t : t + s * (v - 1) + 1 : s] for u in range(k) for t in range(k)])
        self.shape, self.best = X.shape, taps.argmin(axis=0)
        return taps.max(axis=0)

    def backward(self, dout):
        """Send the upstream gradient back to the winners: an array of the shape of X."""
        k, s = self.size, self.stride
        h, v = dout.shape[2:]
        dX = np.zeros(self.shape)
        for q in range(k * k):
            u, t = divmod(q, k)
            dX[:, :, u : u + s * (h - 1) + 1 : s, t : t + s * (v - 1) + 1 : s] += dout * (self.best == q)
        return dX
