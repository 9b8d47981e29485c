"""What stands around the words of every page: head, navigation, titles, labels, style sheet, scripts, icon."""
