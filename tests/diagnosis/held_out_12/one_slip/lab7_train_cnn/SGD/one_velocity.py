# Keeps one velocity for all weights instead of one for each name.
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
        self.lr, self.momentum = lr, momentum
        self.v = 0.0

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
        for name in params:
            self.v = self.momentum * self.v + grads[name].astype(float)
            new[name] = params[name] - self.lr * self.v
        return new
