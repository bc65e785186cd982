# Returns a Python list where an array is asked for.
def pad_1d(x, padding):
    zeros = [0] * padding
    return zeros + list(x) + zeros
