"""API entries: the comment beside each parameter or field becomes its description."""

import inspect
import io
import re
import textwrap
import tokenize

import msgspec
from sphinx.application import Sphinx
from sphinx.domains.python import PyObject

_NAME = re.compile(r"^\s*\*{0,2}(\w+)\s*(?=[:=,)]|$)")
_ANNOTATED = re.compile(r"~?\w+\.Annotated\[(.*?)(?:, <[^<>]* object at 0x[0-9a-f]+>)+\]")
_RETURNS = re.compile(r"^\s*\)\s*->")


def comments(source: str) -> dict[str, str]:
    "What the comment at the end of each line says of the name that the line begins with; `return` for the result."
    lines, found = source.splitlines(), {}
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type != tokenize.COMMENT:
            continue
        before = lines[token.start[0] - 1][: token.start[1]]
        name = "return" if _RETURNS.match(before) else (m[1] if (m := _NAME.match(before)) else None)
        if name:
            found.setdefault(name, token.string.lstrip("# ").rstrip())
    return found


def add_comments(app: Sphinx, what: str, name: str, obj: object, options: object, lines: list[str]) -> None:
    "Put the comments of a function's parameters, or of a record's fields, below its docstring."
    lines[:] = [line for line in lines if not line.startswith("Alias for field number ")]  # Python's words, not ours
    lines[:] = [re.sub(r"(?<!`)`([^`]+)`(?!`)", r"``\1``", line) for line in lines]
    if what not in ("function", "method", "class", "exception"):
        return
    try:
        source = textwrap.dedent(inspect.getsource(obj))
    except (OSError, TypeError):
        return
    told = comments(source if isinstance(obj, type) else _head(source))
    names = [*obj.__annotations__] if isinstance(obj, type) else [*inspect.signature(obj).parameters, "return"]
    role = "ivar" if isinstance(obj, type) else "param"
    fields = [f":{role} {n}: {_code(told[n])}" for n in names if n in told and not n.startswith("_")]
    fields = [f.replace(":param return:", ":returns:") for f in fields]
    lines += ["", *fields, ""] if fields else []


def plain_signature(
    app: Sphinx, what: str, name: str, obj: object, options: object, signature: str | None, returns: str
):
    """A record is described by its fields, an error by its name; their constructors' signatures only repeat. What a
    parameter's type tells the command line besides would show as an address in memory, another in every build."""
    if signature is None:  # there is none to take away, as with an error that adds nothing to `Exception`
        return None
    if isinstance(obj, type) and (issubclass(obj, msgspec.Struct) or "__init__" not in vars(obj)):
        return "", None
    return _ANNOTATED.sub(r"\1", signature), returns


def setup(app: Sphinx) -> None:
    "Connect to autodoc, and call a record's fields fields."
    for kind in PyObject.doc_field_types:
        if kind.name == "variable":
            kind.label = "Fields"
    app.setup_extension("sphinx.ext.autodoc")
    app.connect("autodoc-process-docstring", add_comments)
    app.connect("autodoc-process-signature", plain_signature)


def _head(source: str) -> str:
    "A function up to the end of its signature."
    kept = []
    for line in source.splitlines():
        kept.append(line)
        if re.search(r":\s*(#.*)?$", line) and re.match(r"\s*(\)|(async )?def )", line):
            break
    return "\n".join(kept) + "\n" + " " * 8 + "pass\n"


def _code(text: str) -> str:
    "Markdown's code marks, and signs that reStructuredText would read as its own, as reStructuredText."
    parts = re.split(r"(`[^`]+`)", text)
    return "".join(f"`{p}`" if i % 2 else re.sub(r"([*_|\\])", r"\\\1", p) for i, p in enumerate(parts))
