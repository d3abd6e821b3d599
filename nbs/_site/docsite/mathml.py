"""Formulas as MathML, which browsers draw themselves: no script, nothing to fetch."""

from docutils import nodes
from latex2mathml.converter import convert
from sphinx.application import Sphinx


def setup(app: Sphinx) -> None:
    "Offer `mathml` as a way to write formulas."
    app.add_html_math_renderer("mathml", (_inline, None), (_block, None))


def _inline(writer, node: nodes.math) -> None:
    writer.body.append(convert(node.astext(), display="inline"))
    raise nodes.SkipNode


def _block(writer, node: nodes.math_block) -> None:
    writer.body.append(f'<div class="formula" tabindex="0">{convert(node.astext(), display="block")}</div>')
    raise nodes.SkipNode
