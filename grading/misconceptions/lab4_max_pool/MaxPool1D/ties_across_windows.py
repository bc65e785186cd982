"""Idea: Look for the window's maximum in the vector, that is where its gradient goes.
Hint: In [3, 1, 0, 3] with size 2 both windows have the maximum 3. Who gets the first one's gradient?
Family: special values
Fails: test_MaxPool1D_ties
"""


class MaxPool1D(Layer):
    def __init__(self, size, stride=None):
        self.size, self.stride = size, size if stride is None else stride

    def forward(self, x):
        self.x = x
        starts = range(0, len(x) - self.size + 1, self.stride)
        self.z = np.array([x[s : s + self.size].max() for s in starts])
        return self.z.copy()

    def backward(self, dout):
        dx = np.zeros(self.x.shape)
        for z, d in zip(self.z, dout):
            mask = self.x == z
            dx += d * mask / mask.sum()
        return dx
