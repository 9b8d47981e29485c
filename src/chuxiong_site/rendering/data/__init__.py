"""Files to take away: JSON, CSV, the workbook, the data package, the archive, what search needs."""
