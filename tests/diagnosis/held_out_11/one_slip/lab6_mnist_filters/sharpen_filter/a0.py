# The middle is set instead of added to.
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
    w = -amount * np.ones((3, 3)) / 9
    w[1, 1] = 1 + amount
    return w
