# right
# The last of the largest wins; a dict remembers.
class MaxPool(Layer):
    def forward(self, h):
        best = max(range(len(h)), key=lambda i: (h[i], i))
        self.cache = {"size": h.size, "best": best}
        return h[best]

    def backward(self, dz):
        return np.where(np.arange(self.cache["size"]) == self.cache["best"], float(dz), 0.0)
