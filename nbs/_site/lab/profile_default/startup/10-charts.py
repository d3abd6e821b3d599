# Runs when JupyterLab starts a notebook for `make lab`: charts are drawn from installed files, so no network is needed.
import altair

altair.renderers.enable("jupyter", offline=True)
