"""Read-only views of the archive for other programs: exports, citations, charts, and Datasette."""
