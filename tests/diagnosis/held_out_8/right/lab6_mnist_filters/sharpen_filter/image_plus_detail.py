# right
# the image plus amount times what the box takes away
def sharpen_filter(amount=1.0):
    identity = np.pad([[1.0]], 1)
    detail = identity - 1 / 9
    return identity + amount * detail
