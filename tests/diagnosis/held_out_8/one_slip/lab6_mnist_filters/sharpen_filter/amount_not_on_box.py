# The box is taken away once, whatever the amount.
def sharpen_filter(amount=1.0):
    I = np.array([[0., 0., 0.], [0., 1., 0.], [0., 0., 0.]])
    return (1.0 + amount) * I - box_filter(3)
