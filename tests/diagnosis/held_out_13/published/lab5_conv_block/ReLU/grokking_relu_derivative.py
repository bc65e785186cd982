# From a blog with a free function relu2deriv(output) > 0 and a global cache, where the last layer's input is found, whoever asks.
cache = {}


def relu(z):
    cache["Z"] = z
    return np.where(z > 0, z, 0)


def relu2deriv(z):
    return z > 0


class ReLU(Layer):
    def forward(self, a):
        return relu(a)

    def backward(self, dh):
        return np.asarray(dh, dtype=float) * relu2deriv(cache["Z"])
