"""Idea: Where the filter is -1 or less, the smallest entry wins.
Hint: Which sign has w = -0.5? What does it make of the largest entry?
Family: special values
Fails: test_ConvBlock, test_ConvBlock_backward_x, test_ConvBlock_backward_w
"""


class ConvBlock:
    def forward(self, x, w):
        self.x, self.w = x, w
        self.best = np.argmin(x) if w <= -1 else np.argmax(x)
        self.live = x[self.best] * w > 0
        return max(x[self.best] * w, 0)

    def backward(self, dz):
        dx = np.zeros(len(self.x))
        if not self.live:
            return dx, 0.0
        dx[self.best] = dz * np.float64(self.w)
        return dx, dz * np.float64(self.x[self.best])
