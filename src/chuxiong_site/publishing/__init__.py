"""Site → disk, all at once or not at all. The only place that writes."""
