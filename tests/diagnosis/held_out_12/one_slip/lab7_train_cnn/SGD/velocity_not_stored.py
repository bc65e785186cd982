# The new velocity is computed, but never put back into self.
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
        self.lr, self.momentum, self.velocity = lr, momentum, {}

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
        result = dict(params)
        for name, g in grads.items():
            v = self.velocity.get(name, np.zeros(g.shape))
            v = self.momentum * v + g
            result[name] = params[name] - self.lr * v
        return result
