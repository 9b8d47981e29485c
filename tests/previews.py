"""A preview that is brought up to date once."""

from __future__ import annotations

from chuxiong_site.build.options import Options, Outcome
from chuxiong_site.serving.rebuild import setting_up
from chuxiong_site.serving.state import Preview


def rebuild_preview(preview: Preview, options: Options) -> Outcome | Exception:
    """Rebuild a preview, as `serve` does after a save; return what it came to."""
    with setting_up(options) as bench:
        return bench.rebuild(preview)
