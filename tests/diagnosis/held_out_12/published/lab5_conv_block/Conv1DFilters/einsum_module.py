# Micro-framework with a params dict; einsum of the gradient of x forgets to weigh with w.
class Conv1DFilters(Layer):
    def __init__(self):
        self.ctx = {}

    def forward(self, signal, weights):
        self.ctx["signal"], self.ctx["weights"] = signal, weights
        return np.einsum("n,m->mn", signal, weights)

    def backward(self, grad):
        g = grad.astype(np.float64)
        d_weights = np.einsum("mn,n->m", g, self.ctx["signal"])
        d_signal = np.einsum("mn->n", g)
        return d_signal, d_weights
