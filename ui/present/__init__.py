"""What a page shows, as strings of HTML. Nothing here draws or asks: records in, escaped text out."""
