# The velocity averages: (1 - momentum) times the gradient, as in Adam.
class SGD:
    """Gradient descent with momentum.

    Parameters
    ----------
    lr : number
        The learning rate.
    momentum : number
        What is left of the velocity after a step, from 0 to below 1.
    """

    def __init__(self, lr, momentum=0.0):
        self.lr, self.m, self.v = lr, momentum, {}

    def step(self, params, grads):
        """Take one step: v = momentum * v + gradient, then w = w - lr * v.

        Parameters
        ----------
        params : dict of arrays, any shapes
            The weights by name.
        grads : dict of arrays
            Their gradients, by the same names.

        Returns
        -------
        dict of arrays
            The new weights. What was given is not changed.
        """
        out = {}
        for k, w in params.items():
            self.v[k] = self.m * self.v.get(k, 0.0) + (1 - self.m) * grads[k]
            out[k] = w - self.lr * self.v[k]
        return out
