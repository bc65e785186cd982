"""Idea: Every place that the ReLU leaves open gets the gradient.
Hint: The output is the best place alone. What happens to z when another one rises a little?
Family: rule
Fails: test_ConvBlock_backward_x, test_ConvBlock_dead_x, test_ConvBlock_upstream_x,
    test_ConvBlock_ties, test_ConvBlock_kinds, test_ConvBlock_layer
"""


class ConvBlock(Layer):
    def forward(self, x, w):
        self.x, self.w = np.array(x, dtype=np.float64), w
        self.on = self.x * w > 0
        return max(np.max(x * w), 0)

    def backward(self, dz):
        i = np.argmax(self.x * self.w)
        return dz * self.w * self.on.astype(np.float64), float(dz * self.x[i] * self.on[i])
