"""Which links a crawl has, where they come from, and which of them it fetches."""
