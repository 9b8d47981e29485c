"""The site in other places: feed, sitemap, linked data, frames of other sites, one file without any site."""
