# right: a dict comprehension and a new velocity dict in each step.
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
        self.settings, self.v = (lr, momentum), {}

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
        lr, m = self.settings
        self.v = {**self.v, **{k: np.add(m * self.v[k] if k in self.v else 0.0, g, dtype=float) for k, g in grads.items()}}
        return {k: np.array(w - lr * self.v[k]) for k, w in params.items()}
