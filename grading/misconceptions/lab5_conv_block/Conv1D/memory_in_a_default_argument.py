"""Idea: One place to remember x and w is enough.
Hint: In the class, in a global variable or in a default argument there is one x for all layers:
    whose is it after a second one has gone forward?
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
