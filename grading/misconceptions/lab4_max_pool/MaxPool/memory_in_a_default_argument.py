"""Idea: One place is enough to remember what forward has found.
Hint: A network has several such layers. Whose winner stands there when backward is called? The
    class, a global and a default argument are there once, for all of them.
Family: state
Fails: test_MaxPool_layer
"""

_memory = {}


class MaxPool(Layer):
    def forward(self, h, memory=_memory):
        if h.ndim != 1 or len(h) == 0:
            raise ValueError(f"h must be a vector with at least one entry, got shape {h.shape}")
        memory["length"] = len(h)
        memory["winner"] = np.argmax(h)
        return h[memory["winner"]]

    def backward(self, dz, memory=_memory):
        dh = np.zeros(memory["length"])
        dh[memory["winner"]] = dz
        return dh
