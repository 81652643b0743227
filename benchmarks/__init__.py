"""Speed and quality of newsarchive, side by side with other tools; each module is a command of its own."""
