"""Stand-ins in the examiner for what lives in the student's process.

A call, an attribute or an item is asked for over there and comes back as a value. What would let
an object decide about itself is not asked for: an object never equals a plain value, and
knows no arithmetic with one: `got - expected` would hand over what the test expects.
"""

import builtins
import inspect
from functools import cached_property, lru_cache
from typing import Any

import numpy as np

from grading.engine.description import MAX_BASES, MAX_METHODS, MAX_PARAMETERS, short_name

KNOWN_ERRORS = {"LinAlgError": np.linalg.LinAlgError, "AxisError": np.exceptions.AxisError} | {
    name: kind
    for name, kind in vars(builtins).items()
    if isinstance(kind, type) and issubclass(kind, Exception)
}


def described(of):
    """What the student's process says about one of its objects: a stranger's word.

    Only what a stand-in needs is kept, and only as much as honest objects have.
    """
    known = {
        "kind": _short(of.get("kind")),
        "callable": bool(of.get("callable")),
        "name": _short(of.get("name", "object")),
        "bases": [_short(base) for base in of.get("bases", [])[:MAX_BASES]],
    }
    if "signature" in of:
        known["signature"] = _parameters(of["signature"])
    if "methods" in of:
        methods = list(of["methods"].items())[:MAX_METHODS]
        known["methods"] = {_short(name): _parameters(method) for name, method in methods}
    return known


def _parameters(described):
    return tuple(
        (_short(name), int(kind), bool(has_default), bool(is_none))
        for name, kind, has_default, is_none in described[:MAX_PARAMETERS]
    )


def _short(text):
    return short_name(text) if isinstance(text, str) else "object"


def make_proxy(child, number, of):
    """Make the stand-in for reference `number` of a child from its description.

    An exception class becomes a real one, so that ``except`` and ``pytest.raises`` know it.
    """
    name = str(of.get("name", "object"))
    if of.get("kind") == "class" and "BaseException" in of.get("bases", []):
        return exception_class(name, of["bases"], child, number)
    proxy = object.__new__(_proxy_class(name[:200], bool(of.get("callable"))))
    for key, value in (("_child", child), ("_number", number), ("_of", of)):
        object.__setattr__(proxy, key, value)
    return proxy


@lru_cache(maxsize=1024)
def _proxy_class(name, is_callable):
    return type(name, (CallableProxy if is_callable else Proxy,), {"__module__": "student"})


def exception_class(name, bases, child, number=None):
    """The class of a student's exception, derived from the nearest built-in one."""
    known = [KNOWN_ERRORS[base] for base in bases if base in KNOWN_ERRORS]
    parent = known[0] if known else RuntimeError
    if name not in child.exceptions:
        child.exceptions[name] = type(name, (parent,), {"__module__": "student"})
    cls = child.exceptions[name]
    if number is not None:
        cls._reference_ = classmethod(lambda cls: number)
    return cls


def make_exception(child, name, bases, text):
    """An exception that the student's code raised, as an exception in this process."""
    kind = KNOWN_ERRORS.get(name) or exception_class(name, bases, child)
    try:
        return kind(text)
    except TypeError:  # such as UnicodeDecodeError, which wants more than a text
        return RuntimeError(f"{name}: {text}")


class Proxy:
    """Stands for an object, a class or a function of the student."""

    def _reference_(self):
        return self._number

    def _operate(self, name, *args):
        return self._child.ask({"do": "operate", "name": name}, self, *args)

    __array_ufunc__ = None  # an array's arithmetic with it is refused as well

    def __getattr__(self, name):
        if name in ("__name__", "__qualname__"):
            return str(self._of.get("name"))
        if name == "__signature__" and "signature" in self._of:
            return _signature(self._of["signature"])
        if name == "__methods__" and self._of.get("kind") == "class":
            return self._of.get("methods", {})
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        if name in self._of.get("methods", ()):
            return MethodProxy(self, name)
        return self._child.ask({"do": "attribute", "name": name}, self)

    def __setattr__(self, name, value):
        self._child.ask({"do": "set_attribute", "name": name}, self, value)

    def __repr__(self):
        return f"<{self._of.get('kind')} {self._of.get('name')} of the student>"

    def __instancecheck__(self, instance):
        return isinstance(instance, Proxy) and self._of.get("name") in instance._of.get("bases", ())

    def __len__(self):
        return _exactly(int, self._operate("len"))

    def __iter__(self):
        return self._operate("iter")

    def __next__(self):
        return self._operate("next")

    def __first__(self, most):
        """Up to `most` values of an iterator, requested at once."""
        return self._operate("take", most)

    def __getitem__(self, key):
        return self._operate("getitem", key)

    def __setitem__(self, key, value):
        self._operate("setitem", key, value)

    def __contains__(self, key):
        return any(key is item or key == item for item in self)

    def __bool__(self):
        return True

    def __str__(self):
        return _exactly(str, self._operate("str"))

    def __hash__(self):
        return hash(self._number)

    def __eq__(self, other):
        if not isinstance(other, Proxy):
            return False
        return self is other or _exactly(bool, self._operate("eq", other))

    def __ne__(self, other):
        return not self == other


class CallableProxy(Proxy):
    """Stands for something callable."""

    def __call__(self, *args, **kwargs):
        return self._child.ask({"do": "call", "names": list(kwargs)}, self, *args, *kwargs.values())

    def __play__(self, steps):
        """Outcomes of many steps, requested at once: see `lib.play`."""
        return self._child.play(steps)

    def __look_inside__(self, look, *args):
        return self._child.ask({"do": "look_inside", "look": look}, self, *args)


class MethodProxy(CallableProxy):
    """Stands for a method of an object: calling it is one question, not two."""

    def __init__(self, owner, name):
        for key, value in (("_child", owner._child), ("_owner", owner), ("_name", name)):
            object.__setattr__(self, key, value)

    @property
    def __signature__(self):
        return _signature(self._owner._of["methods"][self._name])

    def __call__(self, *args, **kwargs):
        order = {"do": "call", "method": self._name, "names": list(kwargs)}
        return self._child.ask(order, self._owner, *args, *kwargs.values())

    @cached_property
    def _method(self):
        return self._child.ask({"do": "attribute", "name": self._name}, self._owner)

    @property
    def _number(self):
        return self._method._number

    @property
    def _of(self):
        return self._method._of


COMPARISONS = ("lt", "le", "gt", "ge")


def _arithmetic(name, reflected=False):
    def method(self, *others):
        if not all(isinstance(other, Proxy) for other in others):
            raise TypeError(
                f"the student's {self._of.get('name')} is an object, where a number is expected"
            )
        operands = [*others, self] if reflected else [self, *others]
        result = self._child.ask({"do": "operate", "name": name}, *operands)
        return _exactly(bool, result) if name in COMPARISONS else result

    return method


for _name in ["add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "matmul"]:
    setattr(Proxy, f"__{_name}__", _arithmetic(_name))
    setattr(Proxy, f"__r{_name}__", _arithmetic(_name, reflected=True))
for _name in ["neg", "pos", "abs", *COMPARISONS]:
    setattr(Proxy, f"__{_name}__", _arithmetic(_name))


def _exactly(kind, value):
    if type(value) is not kind:
        raise TypeError(f"the student's object gives {type(value).__name__}, not {kind.__name__}")
    return value


@lru_cache(maxsize=64)  # the arguments of a function are asked for with each of its cases
def _signature(described):
    parameters = []
    for name, kind, has_default, is_none in described:
        default: Any = inspect.Parameter.empty
        if has_default:
            default = None if is_none else ...
        parameters.append(
            inspect.Parameter(str(name), inspect._ParameterKind(kind), default=default)
        )
    return inspect.Signature(parameters)
