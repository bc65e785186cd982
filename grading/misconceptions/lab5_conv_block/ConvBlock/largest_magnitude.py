"""
Idea: The strongest product wins, whatever its sign.
Hint: After the ReLU, which of -5 and 3 is larger?
Family: rule
Fails: test_ConvBlock_backward_x, test_ConvBlock_backward_w, test_ConvBlock_dead_x,
    test_ConvBlock_dead_w, test_ConvBlock_upstream_x, test_ConvBlock_upstream_w,
    test_ConvBlock_ties
"""


class ConvBlock(Layer):
    def forward(self, x, w):
        self.x, self.w, self.a = (x, w, x * w)
        return max(np.max(self.a), 0)

    def backward(self, dz):
        i = np.argmax(np.abs(self.a))
        dz = float(dz) if self.a[i] > 0 else 0.0
        dx = np.zeros(len(self.x))
        dx[i] = dz * self.w
        return (dx, dz * float(self.x[i]))
