"""Idea: A filter that is a single 1 gives the line back, so I return it.
Hint: Does your result share memory with x? Ask np.shares_memory.
Family: memory
Fails: test_Conv1DVector_layer
"""


class Conv1DVector(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        if len(w) == 1 and w[0] == 1:
            return x
        return np.lib.stride_tricks.sliding_window_view(x, len(w)) @ w

    def backward(self, da):
        dx = np.zeros(len(self.x))
        for i, upstream in enumerate(da):
            dx[i : i + len(self.w)] += upstream * self.w
        windows = np.lib.stride_tricks.sliding_window_view(self.x, len(self.w))
        return dx, np.asarray(da @ windows, dtype=np.float64)
