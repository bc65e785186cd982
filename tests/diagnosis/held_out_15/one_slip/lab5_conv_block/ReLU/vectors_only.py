# Goes through `a` with a list comprehension over its first axis, so everything but vectors raises.
class ReLU(Layer):
    def forward(self, a):
        self.a = a
        return np.array([v if v > 0 else 0 for v in a]) * np.ones_like(a)

    def backward(self, dh):
        out = np.zeros(len(self.a))
        for i in range(len(self.a)):
            if self.a[i] > 0:
                out[i] = dh[i]
        return out
