"""README.md and its figure, from nbs/index.ipynb.

    python nbs/_site/readme.py           write both
    python nbs/_site/readme.py --check   say whether what is stored is still what would be written

Prose and code are taken over; outputs are not. A code cell with `#| figure: name | what it shows` becomes a picture,
drawn here from that cell's chart, once for light and once for dark pages.
"""

import ast
import hashlib
import json
import re
import sys
from pathlib import Path

import nbformat

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path[:0] = [str(HERE), str(ROOT)]

from docsite import cells, rooms  # noqa: E402

FIGURES = HERE / "figures"
NOTE = "<!-- Made from nbs/index.ipynb by `make readme`; edit the notebook. -->"


def readme(nb: nbformat.NotebookNode) -> str:
    "The README's text."
    parts = [NOTE]
    for cell in nb.cells:
        directives, code = cells.split(cell.source) if cell.cell_type == "code" else ({}, "")
        if cell.cell_type == "markdown":
            parts.append(cell.source.replace(rooms.MARK, rooms.overview(ROOT, "nbs/")).replace("](../", "]("))
        elif "figure" in directives:
            parts.append(_picture(*map(str.strip, directives["figure"].split("|", 1))))
        elif code and not directives.keys() & {"hide", "default_exp"} and directives.get("echo") != "false":
            parts.append(f"```python\n{code}\n```")
    return "\n\n".join(part.strip() for part in parts).replace("\n```\n\n```python\n", "\n") + "\n"


def figures(nb: nbformat.NotebookNode) -> dict[str, dict]:
    "Run the notebook up to its last figure; name → Vega-Lite spec."
    scope, found = {}, {}
    sources = [cells.split(c.source) for c in nb.cells if c.cell_type == "code"]
    last = max((i for i, (directives, _) in enumerate(sources) if "figure" in directives), default=-1)
    for directives, code in sources[: last + 1]:
        value = _run(code, scope)
        if "figure" in directives:
            found[directives["figure"].partition("|")[0].strip()] = value.to_dict()
    return found


def painted(spec: dict, mode: str) -> dict:
    "The figure in the site's colours."
    colours = _palette(mode)
    ink, soft, line = (colours[name] for name in ("ink", "ink-soft", "line"))
    words = {"labelColor": soft, "titleColor": ink}
    styles = {"ink": ink, "quiet": soft, "knock": "#ffffff", "hair": soft + "73", "edge": soft}
    above = {
        "background": colours["paper"],
        "padding": 16,
        "font": "Arial, 'Liberation Sans', Helvetica, sans-serif",  # of one width on every system
        "axis": words | {"gridColor": line, "domainColor": soft, "tickColor": soft},
        "legend": words | {"symbolBaseFillColor": soft, "symbolBaseStrokeColor": soft},
        "header": words,
        "title": {"color": ink, "subtitleColor": soft},
        "text": {"color": ink},
        "style": {name: {"color": colour} for name, colour in styles.items()},
    }
    rest = {key: value for key, value in spec.items() if key != "background"}
    return rest | {"config": _merged(spec.get("config", {}), above)}


def drawn(spec: dict) -> str:
    "A figure as SVG; its last line tells which spec it was drawn from."
    import altair
    import vl_convert

    svg = vl_convert.vegalite_to_svg(spec, vl_version=altair.SCHEMA_VERSION.lstrip("v").rpartition(".")[0])
    return f"{svg.rstrip()}\n<!-- {_stamp(spec)} -->\n"


def main() -> int:
    "Write or check."
    nb = nbformat.read(ROOT / "nbs" / "index.ipynb", as_version=4)
    text = readme(nb)
    specs = {
        FIGURES / f"{name}-{mode}.svg": painted(spec, mode)
        for name, spec in figures(nb).items()
        for mode in ("light", "dark")
    }
    if "--check" not in sys.argv[1:]:
        (ROOT / "README.md").write_text(text, encoding="utf-8")
        FIGURES.mkdir(exist_ok=True)
        for path, spec in specs.items():
            path.write_text(drawn(spec), encoding="utf-8")
        return 0
    stale = [] if (ROOT / "README.md").read_text(encoding="utf-8") == text else ["README.md"]
    for path, spec in specs.items():
        if not path.exists() or _stamp(spec) not in path.read_text(encoding="utf-8")[-200:]:
            stale.append(str(path.relative_to(ROOT)))
    if stale:
        print(f"{', '.join(stale)}: no longer what nbs/index.ipynb gives; run `make readme`")
    return bool(stale)


def _picture(name: str, told: str) -> str:
    source = f"nbs/_site/figures/{name}"
    return "\n".join(
        [
            "<picture>",
            f'  <source media="(prefers-color-scheme: dark)" srcset="{source}-dark.svg">',
            f'  <img alt="{told}" src="{source}-light.svg">',
            "</picture>",
        ]
    )


def _run(code: str, scope: dict) -> object:
    "Run a cell as a notebook does: the value of its last expression is its result."
    tree = ast.parse(code)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    exec(compile(tree, "nbs/index.ipynb", "exec"), scope)
    return eval(compile(ast.Expression(last.value), "nbs/index.ipynb", "eval"), scope) if last else None


def _palette(mode: str) -> dict[str, str]:
    css = (ROOT / "trial_atlas" / "templates" / "palette.css").read_text(encoding="utf-8")
    head = {"light": ":root, .on-white {", "dark": ':root[data-theme="dark"] {'}[mode]
    block = css[css.index(head) :].partition("}")[0]
    return dict(re.findall(r"--atlas-([\w-]+): *(#\w+);", block))


def _merged(below: dict, above: dict) -> dict:
    nested = {
        k: _merged(below[k], v) for k, v in above.items() if isinstance(v, dict) and isinstance(below.get(k), dict)
    }
    return below | above | nested


def _stamp(spec: dict) -> str:
    return "spec " + hashlib.sha256(json.dumps(spec, sort_keys=True).encode()).hexdigest()


if __name__ == "__main__":
    sys.exit(main())
