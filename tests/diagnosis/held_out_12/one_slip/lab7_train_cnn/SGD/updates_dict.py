# Writes the new weights into the given dict and returns it.
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
        self.lr, self.mu, self.vel = lr, momentum, {}

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
        for n in params:
            self.vel[n] = self.mu * self.vel.get(n, 0) + grads[n]
            params[n] = params[n] - self.lr * self.vel[n]
        return params
