# the remainder is taken before the stride is checked, so a stride of 0 raises ZeroDivisionError instead of ValueError
def output_size(n, k, padding=0, stride=1):
    room = n + 2 * padding - k
    whole, rest = divmod(room, stride)
    if padding < 0 or stride < 1 or room < 0 or rest:
        raise ValueError("does not fit")
    return whole + 1
