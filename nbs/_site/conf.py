"""Sphinx settings for the site; names and versions come from settings.ini."""

import configparser
import os
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path[:0] = [str(HERE), str(ROOT)]
ini = configparser.ConfigParser(delimiters=["="])
ini.read(ROOT / "settings.ini", encoding="utf-8")
cfg = ini["DEFAULT"]

project, author, release, language = cfg["lib_name"], cfg["author"], cfg["version"], "en"
extensions = ["myst_nb", "docsite", "sphinx_copybutton"]
root_doc = "index"
exclude_patterns = ["_*", "**/.ipynb_checkpoints"]
templates_path = ["templates"]

# The extension has run the notebooks before MyST-NB reads them.
source_suffix = {".ipynb": "myst-nb"}
nb_custom_formats = {".ipynb": "docsite.read_page"}
nb_execution_mode = "off"
nb_merge_streams = True
nb_code_prompt_show = "Source"
nb_code_prompt_hide = "Source"
nb_ipywidgets_js = {}
myst_enable_extensions = ["amsmath", "attrs_inline", "deflist", "dollarmath"]
myst_heading_anchors = 3
html_math_renderer = "mathml"

# API entries
autodoc_typehints = "signature"
autodoc_inherit_docstrings = False  # another project's docstring is not ours to explain
autodoc_member_order = "bysource"
autodoc_preserve_defaults = True
add_module_names = False
toc_object_entries = False
python_maximum_signature_line_length = 88

# HTML: system fonts, nothing from another host
html_theme = "pydata_sphinx_theme"
html_title = project
# One palette and one way to draw charts for both halves of the site: the templates of the static atlas hold them.
shared = ["palette.css", "charts.css", "charts.js"]
html_static_path = ["static", *(f"../../trial_atlas/templates/{name}" for name in shared)]
html_favicon = "static/icon.svg"
html_css_files = ["palette.css", "charts.css", "site.css"]
html_js_files = [(name, {"defer": "defer"}) for name in ("charts.js", "site.js")]
html_context = {"default_mode": "auto"}
html_sidebars = {"**": ["rooms.html"]}
html_show_sourcelink = False
html_copy_source = False
html_theme_options = {
    "article_header_start": ["place.html"],
    "back_to_top_button": False,
    "footer_start": ["about.html"],
    "footer_end": [],
    "navbar_align": "left",
    "navbar_center": ["ways.html"],
    "navbar_end": ["theme-switcher"],
    "pygments_light_style": "a11y-high-contrast-light",
    "pygments_dark_style": "a11y-high-contrast-dark",
    "search_bar_text": "Search the notebooks",
    "secondary_sidebar_items": ["page-toc"],
    "show_toc_level": 2,
}
copybutton_exclude = ".linenos, .gp"

# The static atlas of the packaged trials, as `trial-atlas build` wrote it.
site_trials = os.environ.get("TRIAL_ATLAS_PAGES", "")
