"""Idea: w is shared by all places, so all of them add to its gradient.
Hint: All have used it, but z has heard from one of them only.
Family: rule
Fails: test_ConvBlock_backward_w, test_ConvBlock_dead_w, test_ConvBlock_upstream_w,
    test_ConvBlock_ties, test_ConvBlock_kinds, test_ConvBlock_layer
"""


class ConvBlock(Layer):
    def forward(self, x, w):
        self.x, self.w = np.array(x, dtype=np.float64), w
        self.on = self.x * w > 0
        return max(np.max(x * w), 0)

    def backward(self, dz):
        i = np.argmax(self.x * self.w)
        dx = np.zeros(len(self.x))
        dx[i] = dz * self.w * self.on[i]
        return dx, float(dz * np.sum(self.x * self.on))
