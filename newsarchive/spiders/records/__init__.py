"""What a crawl keeps of each response, who reads it, and what the run came to."""
