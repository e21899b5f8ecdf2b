"""The pages: one module each, a router and nothing kept between requests."""
