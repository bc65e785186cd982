"""Idea: Where the block gives 0 the gradient passes as well.
Hint: z is never negative. What is the gradient of ReLU at 0?
Family: special values
Fails: test_ConvBlock_dead_x, test_ConvBlock_dead_w
"""


class ConvBlock(Layer):
    def forward(self, x, w):
        self.x, self.w, self.a = x, w, x * w
        return max(np.max(self.a), 0)

    def backward(self, dz):
        i = np.argmax(self.a)
        dx = np.zeros(len(self.x))
        if self.a[i] >= 0:
            dx[i] = dz * self.w
            return dx, float(dz * self.x[i])
        return dx, 0.0
