"""What crawls leave behind for the next one: their runs, the hosts they asked, the addresses they know."""
