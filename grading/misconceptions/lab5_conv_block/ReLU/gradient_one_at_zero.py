"""Idea: Only negative entries are cut off; zero is not negative.
Hint: What does the formula of the page say about a = 0? Which entries does your mask leave
    switched on?
Family: special values
Fails: test_ReLU_at_zero, test_ConvBlock_dead_x, test_ConvBlock_dead_w
"""


class ReLU(Layer):
    def forward(self, a):
        self.a = np.array(a)
        h = self.a.copy()
        h[a < 0] = 0
        return h

    def backward(self, dh):
        da = np.ones(self.a.shape)
        da[self.a < 0] = 0
        return da * dh
