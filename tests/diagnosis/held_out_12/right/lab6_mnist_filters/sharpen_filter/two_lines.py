# right: all in one np.full, then the centre.
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
    w = np.full((3, 3), -amount / 9, dtype=float)
    w[1, 1] += 1 + amount
    return w
