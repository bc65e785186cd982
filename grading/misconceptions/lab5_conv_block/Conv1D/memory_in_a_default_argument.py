"""Idea: A dict as default argument is a fine place to remember things.
Hint: When is a default argument made: for each layer, or once for all of them?
Family: state
Fails: test_Conv1D_layer, test_ConvBlock_layer
"""

_memory = {}


class Conv1D(Layer):
    def forward(self, x, w, memory=_memory):
        if np.ndim(x) != 1 or np.ndim(w) != 0:
            raise ValueError(f"Expected (N,) and a number, got {np.shape(x)} and {np.shape(w)}.")
        memory["x"], memory["w"] = x, w
        return x * w

    def backward(self, da, memory=_memory):
        da = np.asarray(da, dtype=np.float64)
        return memory["w"] * da, np.sum(memory["x"] * da)
