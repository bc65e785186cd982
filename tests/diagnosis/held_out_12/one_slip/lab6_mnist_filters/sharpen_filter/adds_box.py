# Adds the box where it must be subtracted.
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
    identity = np.zeros((3, 3))
    identity[1, 1] = 1
    return (1 + amount) * identity + amount * np.ones((3, 3)) / 9
