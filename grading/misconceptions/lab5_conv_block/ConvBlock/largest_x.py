"""Idea: The winner is where x is largest.
Hint: With a negative w, where is w * x largest?
Family: rule
Fails: test_ConvBlock_backward_x, test_ConvBlock_backward_w, test_ConvBlock_upstream_x,
    test_ConvBlock_upstream_w
"""


class ConvBlock(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        self.z = max(np.max(x * w), 0)
        return self.z

    def backward(self, dz):
        i = np.argmax(self.x)
        on = float(self.z > 0)
        dx = np.zeros(len(self.x))
        dx[i] = on * dz * self.w
        return dx, float(on * dz * self.x[i])
