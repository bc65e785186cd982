"""Idea: One place to remember what forward has seen is enough.
Hint: In the class, in a global variable or in a default argument there is one memory for all
    layers: whose best places are in it?
Family: state
Fails: test_ConvBlockBatch_layer
"""

_memory = {}


class ConvBlockBatch(Layer):
    def forward(self, x, w, memory=_memory):
        if np.ndim(x) != 2 or np.ndim(w) != 2 or w.shape[1] > x.shape[1]:
            raise ValueError(
                f"Expected (B, N) and (M, K) with K <= N, got {np.shape(x)} and {np.shape(w)}."
            )
        memory["x"], memory["w"] = x, w
        windows = np.lib.stride_tricks.sliding_window_view(x, w.shape[1], axis=1)
        a = np.einsum("bik,mk->bmi", windows, w)
        memory["best"] = np.argmax(a, axis=2)
        memory["live"] = np.max(a, axis=2) > 0
        return np.maximum(np.max(a, axis=2), 0)

    def backward(self, dz, memory=_memory):
        dx, dw = np.zeros(memory["x"].shape), np.zeros(memory["w"].shape)
        for b, m in np.argwhere(memory["live"]):
            window = slice(memory["best"][b, m], memory["best"][b, m] + memory["w"].shape[1])
            dx[b, window] += dz[b, m] * memory["w"][m].astype(np.float64)
            dw[m] += dz[b, m] * memory["x"][b, window].astype(np.float64)
        return dx, dw
