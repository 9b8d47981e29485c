"""Official words on a page: their elements, line breaks, quotations, links of terms, ways to the official page."""
