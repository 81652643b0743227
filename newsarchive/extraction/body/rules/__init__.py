"""What the classifier cannot see: rules that keep or remove blocks, each with its reason."""
