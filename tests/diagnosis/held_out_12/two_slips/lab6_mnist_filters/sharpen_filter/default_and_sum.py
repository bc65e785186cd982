# The identity gets the amount only (without the 1), and the box is not divided by nine.
def sharpen_filter(amount=1.0):
    """Make the filter that adds an image's detail to the image.

    Parameters
    ----------
    amount : number
        How much of the detail.

    Returns
    -------
    array (3, 3)
    """
    c = np.zeros((3, 3))
    c[1, 1] = amount
    return c - amount * np.ones((3, 3)) + (1 - amount) * 0
