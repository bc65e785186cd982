"""Idea: The largest answer is w times the largest x.
Hint: With a negative w, which x gives the largest product?
Family: special values
Fails: test_ConvBlock
"""


class ConvBlock(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        return max(w * np.max(x), 0)

    def backward(self, dz):
        i = np.argmax(self.w * self.x)
        on = float(self.w * self.x[i] > 0)
        dx = np.zeros(len(self.x))
        dx[i] = on * dz * self.w
        return dx, float(on * dz * self.x[i])
