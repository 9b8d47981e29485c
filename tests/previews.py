"""A preview that is brought up to date once."""

from __future__ import annotations

from chuxiong_site.build.options import Options
from chuxiong_site.serving.rebuild import setting_up
from chuxiong_site.serving.state import Preview


def rebuild_preview(preview: Preview, options: Options) -> None:
    """Rebuild a preview, as `serve` does after a save."""
    with setting_up(options) as bench:
        bench.rebuild(preview)
