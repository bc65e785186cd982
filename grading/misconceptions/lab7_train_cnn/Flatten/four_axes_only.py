"""Idea: Images have four axes.
Hint: Here there may be any number of axes from two on. What does reshape(len(X), -1) need to
know?
Family: axes
Fails: test_Flatten_backward_shapes, test_Flatten_kinds, test_Flatten_shapes
"""


class Flatten(Layer):
    def forward(self, X):
        N, C, H, W = self.shape = X.shape
        return X.reshape(N, C * H * W).copy()

    def backward(self, dout):
        return np.array(dout, dtype=np.float64).reshape(self.shape)
