# Adds the step instead of subtracting it, and the momentum also multiplies the gradient.
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
        self.lr = lr
        self.momentum = momentum
        self.v = {}

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
        new = {}
        for k in params:
            self.v[k] = self.momentum * (self.v.get(k, 0) + grads[k]) if self.momentum else grads[k]
            new[k] = params[k] + self.lr * self.v[k]
        return new
