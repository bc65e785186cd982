# wrong: relu_back asks whether the upstream gradient is positive, not the input
def relu(x):
    return x if x > 0 else 0.0


def relu_back(x, d):
    return d if d > 0 else 0.0


def tensor_map(fn, a):
    out = np.zeros(a.shape)
    for index in np.ndindex(a.shape):
        out[index] = fn(a[index])
    return out


def tensor_zip(fn, a, b):
    a, b = np.asarray(a), np.asarray(b)
    out = np.zeros(a.shape)
    for index in np.ndindex(a.shape):
        out[index] = fn(a[index], b[index])
    return out


class ReLU(Layer):
    def forward(self, a):
        self.saved_values = (a,)
        return tensor_map(relu, a)

    def backward(self, dh):
        (a,) = self.saved_values
        return tensor_zip(relu_back, a, dh)
