"""Records that several pages share: rows and notes of facts, links between problems and plans, charts, downloads, citation."""
