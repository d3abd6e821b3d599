# This text runs as the first, unseen cell of every page that draws: charts become data for the site's one Vega.
import html as _html
import json as _json
import re as _re

import altair as _alt
import vl_convert as _vlc


def _site_chart(spec, **_):
    title = spec.get("title") or ""
    title = title.get("text", "") if isinstance(title, dict) else title
    told = _html.escape(str(spec.get("description") or title or "Chart"), quote=True)
    still = _vlc.vegalite_to_svg(spec, vl_version=_alt.SCHEMA_VERSION.lstrip("v").rpartition(".")[0])
    size = ";".join(f"--{k}:{float(v):.0f}px" for k, v in _re.findall(r'\b(width|height)="([\d.]+)"', still[:600])[:2])
    data = _json.dumps(spec, separators=(",", ":")).replace("</", "<\\/")
    return {
        "text/plain": told,
        "text/html": f'<div class="chart" role="figure" tabindex="0" aria-label="{told}" style="{size}">'
        f'<script type="application/json">{data}</script><noscript>{still}</noscript></div>',
    }


_alt.renderers.register("site", _site_chart)
_alt.renderers.enable("site")
