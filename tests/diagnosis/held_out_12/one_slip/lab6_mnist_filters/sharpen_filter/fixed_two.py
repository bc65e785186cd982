# The centre is always 2, whatever the amount.
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
    f = np.zeros((3, 3))
    f[1, 1] = 2
    return f - amount * box_filter(3)
